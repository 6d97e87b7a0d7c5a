package nl.inzage.fhir.narrow;

/** What is asked of the database: a statement answers one or several. */
@FunctionalInterface
interface Question {

    /** Writes down the tables that hold its rows. */
    void in(Tables tables);
}
