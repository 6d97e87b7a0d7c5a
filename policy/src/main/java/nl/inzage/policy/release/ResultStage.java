package nl.inzage.policy.release;

/** How far a result is, from FHIR's {@code Observation.status} and {@code DiagnosticReport.status}. */
public enum ResultStage {
    /** Registered or preliminary: nothing that a patient should read yet. */
    UNFINISHED,
    /** A report of which parts are still to come: the parts that are final have clocks of their own. */
    PARTIAL,
    FINAL,
    /** Amended or corrected after it was final. */
    CORRECTED,
    /** Cancelled or entered in error: it may belong to somebody else. */
    WITHDRAWN,
    UNKNOWN;

    /** Whether the content stands. */
    boolean isFinished() {
        return this == FINAL || this == CORRECTED;
    }
}
