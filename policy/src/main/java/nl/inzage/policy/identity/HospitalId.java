package nl.inzage.policy.identity;

/**
 * The short name of a hospital, as in its policy file's name and in tokens: lower-case letters and digits.
 * Another form is refused with an IllegalArgumentException.
 */
public record HospitalId(String value) {

    public HospitalId {
        if (value == null || !value.matches("[a-z][a-z0-9]{1,31}")) {
            throw new IllegalArgumentException("Not a hospital id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
