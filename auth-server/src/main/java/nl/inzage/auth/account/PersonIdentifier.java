package nl.inzage.auth.account;

/** What a hospital knows a person by (BSN or UZI number); its text hides the value, so that no log carries one. */
public record PersonIdentifier(String system, String value) {

    /** The form of a FHIR token search parameter. */
    public String asSearchToken() {
        return system + "|" + value;
    }

    @Override
    public String toString() {
        return "PersonIdentifier[" + system + ", hidden]";
    }
}
