package nl.inzage.fhir.narrow;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.ByteArrayInputStream;

/** The same content in XML: a pure function of the JSON that was checked, so that nothing can differ but the form. */
final class XmlAnswers {

    private final FhirContext fhir;

    XmlAnswers(FhirContext fhir) {
        this.fhir = fhir;
    }

    /** The answer in XML; as it is when it is not FHIR. */
    Answer of(Answer answer) {
        if (!answer.isFhirJson()) {
            return answer;
        }
        IParser json = fhir.newJsonParser().setOverrideResourceIdWithBundleEntryFullUrl(false);
        IParser xml = fhir.newXmlParser().setStripVersionsFromReferences(false);
        return answer.as(
                Formats.FHIR_XML,
                xml.encodeResourceToString(json.parseResource(new ByteArrayInputStream(answer.body()))));
    }
}
