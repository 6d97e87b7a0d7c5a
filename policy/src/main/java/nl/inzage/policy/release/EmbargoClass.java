package nl.inzage.policy.release;

/** The sorts of results that hospitals give an embargo of their own. */
public enum EmbargoClass {
    ORDINARY("results.embargoDays"),
    RADIOLOGY("results.embargoDays.radiology"),
    PATHOLOGY("results.embargoDays.pathology"),
    STI("results.embargoDays.sti"),
    /** Not a class of its own: the longest of the others. */
    LONGEST("results.embargoDays");

    private final String parameter;

    EmbargoClass(String parameter) {
        this.parameter = parameter;
    }

    /** The parameter of the hospital's file that holds the days. */
    public String parameter() {
        return parameter;
    }
}
