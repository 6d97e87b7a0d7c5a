package nl.inzage.fhir.facts;

/** What sort of care provider a code names. */
enum PartyKind {
    /** A general practitioner or general practice. */
    GP,
    /** A hospital, or what may be a part of one: ours or another. */
    HOSPITAL,
    /** Anybody who is surely neither a general practitioner nor a hospital. */
    OTHER
}
