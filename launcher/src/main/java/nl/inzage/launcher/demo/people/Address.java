package nl.inzage.launcher.demo.people;

/** A Dutch address; the demo's towns and postal codes do not exist. */
public record Address(String street, String number, String postalCode, String city) {

    /** Street and house number on one line. */
    public String line() {
        return street + " " + number;
    }
}
