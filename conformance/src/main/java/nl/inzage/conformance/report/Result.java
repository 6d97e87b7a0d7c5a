package nl.inzage.conformance.report;

/** What was found of one requirement. */
public record Result(Requirement requirement, Outcome outcome) {

    /** Whether the server does not do what it must. */
    public boolean breaksAMust() {
        return outcome.status() == Status.FAIL && requirement.level() == Level.MUST;
    }

    /** One line for a terminal. */
    public String line() {
        String detail = outcome.detail().isEmpty() ? "" : ": " + outcome.detail();
        return String.format("%-22s %-6s %-8s ", requirement.id(), outcome.status(), requirement.level())
                + requirement.text()
                + detail;
    }
}
