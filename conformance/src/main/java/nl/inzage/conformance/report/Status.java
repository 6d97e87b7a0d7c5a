package nl.inzage.conformance.report;

/** What was found of a requirement. */
public enum Status {
    /** It holds. */
    PASS,
    /** It does not hold. */
    FAIL,
    /** It was not judged; the detail says why. */
    SKIP,
    /** Only a person can judge it; the detail says how. */
    MANUAL
}
