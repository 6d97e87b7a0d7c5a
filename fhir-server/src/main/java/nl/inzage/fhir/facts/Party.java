package nl.inzage.fhir.facts;

/** Who somebody is, seen from the hospital that pushed a resource. */
enum Party {
    /** The hospital itself, a part of it, or somebody who works there. */
    OWN,
    GP,
    /** The patient, or a relative. */
    PATIENT,
    /** Any other care provider outside. */
    OTHER,
    UNKNOWN
}
