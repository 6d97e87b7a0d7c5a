package nl.inzage.fhir.facts;

/** The reviewed tables that say what a code means: one file for each code system. */
public final class FactTables {

    private FactTables() {}

    /** The tables of this release; a malformed one is an IllegalStateException with file and line. */
    public static FactTables ofThisRelease() {
        return new FactTables();
    }
}
