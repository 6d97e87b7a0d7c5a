package nl.inzage.fhir.narrow;

/** The representations of FHIR that this door speaks. */
enum Format {
    JSON,
    XML
}
