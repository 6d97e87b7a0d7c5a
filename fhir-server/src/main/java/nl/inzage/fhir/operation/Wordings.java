package nl.inzage.fhir.operation;

import ca.uhn.fhir.context.FhirContext;
import java.util.Map;
import java.util.stream.Collectors;
import nl.inzage.ig.IgPackage;
import nl.inzage.policy.release.ReleaseReason;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;

/** The reasons of a release as codes, with the sentences that the code system release-cause has for them. */
@Component
class Wordings {

    private static final String SYSTEM = "https://inzage.nl/fhir/CodeSystem/release-cause";

    private final Map<String, ConceptDefinitionComponent> causes;

    Wordings(FhirContext fhir) {
        this.causes = IgPackage.read(fhir).definitions(CodeSystem.class).stream()
                .filter(system -> system.getUrl().equals(SYSTEM))
                .flatMap(system -> system.getConcept().stream())
                .collect(Collectors.toMap(ConceptDefinitionComponent::getCode, concept -> concept));
    }

    void addTo(ParametersParameterComponent reasonParameter, ReleaseReason reason) {
        ConceptDefinitionComponent cause = causes.get(reason.cause().name());
        reasonParameter.addPart().setName("code").setValue(new Coding(SYSTEM, cause.getCode(), cause.getDisplay()));
        if (!reason.parameter().isEmpty()) {
            reasonParameter.addPart().setName("parameter").setValue(new StringType(reason.parameter()));
        }
        reasonParameter
                .addPart()
                .setName("text")
                .setValue(new StringType(cause.getDesignationFirstRep().getValue()));
    }
}
