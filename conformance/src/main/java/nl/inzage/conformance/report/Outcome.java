package nl.inzage.conformance.report;

/**
 * What was found, and what there is to say of it.
 *
 * @param detail what was seen; no token, code or secret
 */
public record Outcome(Status status, String detail) {

    public static Outcome pass() {
        return new Outcome(Status.PASS, "");
    }

    public static Outcome pass(String detail) {
        return new Outcome(Status.PASS, detail);
    }

    public static Outcome fail(String detail) {
        return new Outcome(Status.FAIL, detail);
    }

    public static Outcome skip(String reason) {
        return new Outcome(Status.SKIP, reason);
    }

    public static Outcome manual(String how) {
        return new Outcome(Status.MANUAL, how);
    }

    /** Passes when something holds. */
    public static Outcome of(boolean holds, String otherwise) {
        return holds ? pass() : fail(otherwise);
    }
}
