package nl.inzage.ig;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionMappingComponent;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The snapshot generator silently drops a differential element that stands out of order; a rule lost is a hole. */
class ProfilesTest {

    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final String NL = "http://nictiz.nl/fhir/StructureDefinition/";
    private static final Set<String> DUTCH_PROFILES = Set.of(
            NL + "nl-core-Patient",
            NL + "nl-core-ContactPerson",
            NL + "nl-core-LaboratoryTestResult",
            NL + "lu-LaboratoryTestResult-DiagnosticReport",
            NL + "nl-core-TextResult",
            NL + "nl-core-BloodPressure",
            NL + "nl-core-BodyWeight",
            NL + "nl-core-BodyHeight",
            NL + "nl-core-BodyTemperature",
            NL + "nl-core-HeartRate",
            NL + "nl-core-PulseRate",
            NL + "nl-core-O2Saturation",
            NL + "nl-core-HeadCircumference",
            NL + "nl-core-TreatmentDirective2",
            NL + "nl-core-AdvanceDirective",
            NL + "nl-core-AllergyIntolerance",
            NL + "nl-core-Problem",
            NL + "mp-MedicationAgreement",
            NL + "mp-MedicationUse2",
            "http://medmij.nl/fhir/StructureDefinition/bbs-DocumentReference");

    private final IgPackage ig = IgPackage.read(R4);
    private final PushValidator validator = new PushValidator(R4);

    @TestFactory
    Stream<DynamicTest> everyElementOfADifferentialReachesItsSnapshot() {
        return structures().stream()
                .map(profile -> DynamicTest.dynamicTest(profile.getIdPart(), () -> {
                    Map<String, ElementDefinition> snapshot = snapshot(profile);
                    assertThat(profile.getDifferential().getElement()).allSatisfy(element -> {
                        ElementDefinition kept = snapshot.get(element.getId());
                        assertThat(kept).as(element.getId()).isNotNull();
                        assertThat(kept.getMin()).isGreaterThanOrEqualTo(element.getMin());
                        assertThat(keys(kept)).containsAll(keys(element));
                        if (element.hasMax()) {
                            assertThat(kept.getMax()).isEqualTo(element.getMax());
                        }
                        if (element.hasPattern() || element.hasFixed()) {
                            assertThat(kept.hasPattern() || kept.hasFixed()).isTrue();
                        }
                    });
                }));
    }

    @Test
    void aRuleIsNamedAfterTheProjectReadsAsASentenceAndWeighsTheSameEverywhere() {
        Map<String, Object> severities = new HashMap<>();
        assertThat(rules()).allSatisfy(rule -> {
            assertThat(rule.getKey()).startsWith("inz-");
            assertThat(rule.getHuman()).endsWith(".");
            severities.putIfAbsent(rule.getKey(), rule.getSeverity());
            assertThat(rule.getSeverity()).isEqualTo(severities.get(rule.getKey()));
        });
    }

    @Test
    void dutchProfilesAreSpelledAsNictizAndMedMijPublishThem() {
        assertThat(structures())
                .flatExtracting(StructureDefinition::getMapping)
                .extracting(StructureDefinitionMappingComponent::getUri)
                .isNotEmpty()
                .isSubsetOf(DUTCH_PROFILES);
    }

    private List<StructureDefinition> structures() {
        return ig.definitions(StructureDefinition.class);
    }

    private List<ElementDefinitionConstraintComponent> rules() {
        return structures().stream()
                .flatMap(profile -> profile.getDifferential().getElement().stream())
                .flatMap(element -> element.getConstraint().stream())
                .toList();
    }

    private Map<String, ElementDefinition> snapshot(StructureDefinition profile) {
        var made = (StructureDefinition) validator
                .support()
                .generateSnapshot(
                        new ValidationSupportContext(validator.support()),
                        profile.copy(),
                        profile.getUrl(),
                        "",
                        profile.getName());
        Map<String, ElementDefinition> byId = new HashMap<>();
        made.getSnapshot().getElement().forEach(element -> byId.put(element.getId(), element));
        return byId;
    }

    private static List<String> keys(ElementDefinition element) {
        return element.getConstraint().stream()
                .map(ElementDefinitionConstraintComponent::getKey)
                .toList();
    }
}
