package nl.inzage.fhir.view;

/** What keeps the released view as the store is. */
enum UpkeepTask {
    /** Writes all rows anew. */
    REBUILD,
    /** Compares, and mends what differs. */
    RECONCILE
}
