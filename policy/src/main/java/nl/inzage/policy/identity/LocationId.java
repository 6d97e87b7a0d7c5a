package nl.inzage.policy.identity;

/**
 * The short name of one of the locations that a hospital has, such as {@code amc} or {@code vumc}.
 * Another form than lower-case letters and digits is refused with an IllegalArgumentException.
 */
public record LocationId(String value) {

    public LocationId {
        if (value == null || !value.matches("[a-z][a-z0-9]{1,31}")) {
            throw new IllegalArgumentException("Not a location id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
