package nl.inzage.policy.identity;

/**
 * A citizen service number: nine digits that pass the eleven-test (weights 9 to 2 and -1). It never prints itself, so
 * that no log or error text can carry one.
 * Another value is refused with an IllegalArgumentException.
 */
public record Bsn(String value) {

    /** The naming system of the number in FHIR. */
    public static final String SYSTEM = "http://fhir.nl/fhir/NamingSystem/bsn";

    public Bsn {
        if (value == null || !value.matches("[0-9]{9}") || !passesElevenTest(value)) {
            throw new IllegalArgumentException("Not a valid BSN");
        }
    }

    private static boolean passesElevenTest(String digits) {
        int sum = -(digits.charAt(8) - '0');
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * (digits.charAt(i) - '0');
        }
        return sum % 11 == 0 && sum != 0;
    }

    @Override
    public String toString() {
        return "Bsn[hidden]";
    }
}
