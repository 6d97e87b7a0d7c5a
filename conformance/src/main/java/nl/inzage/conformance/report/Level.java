package nl.inzage.conformance.report;

/** How much a requirement asks: what the specification says with SHALL or a test kit asserts is MUST. */
public enum Level {
    MUST,
    SHOULD,
    OPTIONAL
}
