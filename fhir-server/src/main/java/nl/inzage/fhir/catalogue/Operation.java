package nl.inzage.fhir.catalogue;

/** A FHIR operation that the narrow door offers; each is a search in another form. */
public enum Operation {
    /** The newest observations of each code. */
    LASTN("lastn", "http://hl7.org/fhir/OperationDefinition/Observation-lastn"),
    /** The documents about a period. */
    DOCREF("docref", "http://hl7.org/fhir/uv/ipa/OperationDefinition/docref"),
    /** The whole dossier, page by page. */
    EVERYTHING("everything", "http://hl7.org/fhir/OperationDefinition/Patient-everything");

    private final String code;
    private final String definition;

    Operation(String code, String definition) {
        this.code = code;
        this.definition = definition;
    }

    /** The name, without the dollar sign. */
    public String code() {
        return code;
    }

    /** The canonical URL of its definition. */
    public String definition() {
        return definition;
    }
}
