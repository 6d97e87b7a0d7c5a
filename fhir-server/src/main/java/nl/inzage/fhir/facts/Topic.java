package nl.inzage.fhir.facts;

/** What else a code can say that rules ask for. */
enum Topic {
    ONCOLOGY,
    /** Done for a scientific study. */
    RESEARCH,
    /** An agreement on treatment, "behandelafspraak". */
    AGREEMENT
}
