package nl.inzage.fhir.facts;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Resource;

/**
 * Whether something was done for a scientific study: the resource, its request or its encounter carries HL7's
 * extension for a research study, a security label of research, or a category or reason of research.
 */
final class Studies {

    private static final String EXTENSION = "http://hl7.org/fhir/StructureDefinition/workflow-researchStudy";

    private final CodeTable<Topic> table;

    Studies(CodeTable<Topic> table) {
        this.table = table;
    }

    boolean isResearch(Stream<? extends Resource> resources) {
        return resources.anyMatch(this::isResearch);
    }

    private boolean isResearch(Resource resource) {
        boolean extended = resource instanceof DomainResource domain && domain.hasExtension(EXTENSION);
        return extended
                || resource.getMeta().getSecurity().stream()
                        .anyMatch(label ->
                                table.of(label).filter(Topic.RESEARCH::equals).isPresent())
                || Stream.of("category", "reasonCode")
                        .anyMatch(path -> table.of(concepts(resource, path)).contains(Topic.RESEARCH));
    }

    private static List<CodeableConcept> concepts(Resource resource, String path) {
        return Elements.at(resource, path, CodeableConcept.class);
    }
}
