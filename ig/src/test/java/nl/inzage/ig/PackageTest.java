package nl.inzage.ig;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.NamingSystem;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;

class PackageTest {

    private static final String BASE = "https://inzage.nl/fhir/";

    private final IgPackage ig = IgPackage.read(FhirContext.forR4Cached());

    @Test
    void isAPackageForR4ThatNeedsNoOther() {
        assertThat(ig.npm().name()).isEqualTo("nl.inzage.ig");
        assertThat(ig.npm().version()).isEqualTo("0.1.0");
        assertThat(ig.npm().canonical()).isEqualTo("https://inzage.nl/fhir");
        assertThat(ig.npm().fhirVersion()).isEqualTo("4.0.1");
        assertThat(ig.npm().dependencies()).isEmpty();
    }

    @Test
    void holdsEveryKindOfDefinitionAndTheExamples() {
        assertThat(List.of(
                        StructureDefinition.class,
                        CodeSystem.class,
                        ValueSet.class,
                        SearchParameter.class,
                        NamingSystem.class,
                        OperationDefinition.class))
                .allSatisfy(kind -> assertThat(ig.definitions(kind)).isNotEmpty());
        assertThat(ig.examples()).isNotEmpty();
    }

    @Test
    void theAddressOfADefinitionIsItsTypeAndId() {
        assertThat(ig.canonicals()).allSatisfy(definition -> {
            assertThat(definition.getUrl()).isEqualTo(BASE + definition.fhirType() + "/" + definition.getIdPart());
            assertThat(definition.getVersion()).isEqualTo(ig.npm().version());
            // The server's installer leaves out what is not active.
            assertThat(definition.getStatus().toCode()).isEqualTo("active");
        });
    }

    @Test
    void noTwoResourcesShareTypeAndId() {
        assertThat(ig.definitions()).extracting(PackageTest::typeAndId).doesNotHaveDuplicates();
        assertThat(ig.examples()).extracting(PackageTest::typeAndId).doesNotHaveDuplicates();
    }

    @Test
    void everyOwnCodeHasADutchWording() {
        assertThat(ig.definitions(CodeSystem.class))
                .flatExtracting(CodeSystem::getConcept)
                .allSatisfy(concept -> assertThat(concept.getDesignation())
                        .as(concept.getCode())
                        .anyMatch(wording -> wording.getLanguage().equals("nl") && wording.hasValue()));
    }

    @Test
    void everyValueSetIncludesACodeSystemOfThisPackage() {
        assertThat(ig.definitions(ValueSet.class))
                .flatExtracting(set -> set.getCompose().getInclude())
                .extracting(ValueSet.ConceptSetComponent::getSystem)
                .isSubsetOf(ig.definitions(CodeSystem.class).stream()
                        .map(CodeSystem::getUrl)
                        .toList());
    }

    private static String typeAndId(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdPart();
    }
}
