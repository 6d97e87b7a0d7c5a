package nl.inzage.fhir.facts;

/** What a document is when it holds no result. */
enum DocumentKind {
    LETTER,
    /** Neither letter nor result, such as an insurance card. */
    ENTRY
}
