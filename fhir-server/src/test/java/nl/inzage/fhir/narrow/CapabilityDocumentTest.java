package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.narrow.DoorFixture.patient;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.ig.IgPackage;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The statement and the door come from one table: what the one says, the other does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapabilityDocumentTest {

    private final CapabilityStatement statement = new CapabilityDocument(
                    new Catalogue(), IgPackage.read(FhirContext.forR4Cached()))
            .of(DoorFixture.BASE, URI.create("http://localhost:9000"), Instant.parse("2026-11-22T00:00:00Z"));
    private final DoorFixture door = new DoorFixture();

    @AfterAll
    void close() throws Exception {
        door.close();
    }

    @Test
    void it_says_how_to_get_a_token_and_which_guide_it_follows() {
        CapabilityStatementRestComponent rest = statement.getRestFirstRep();

        assertThat(statement.getFhirVersion().toCode()).isEqualTo("4.0.1");
        assertThat(statement.getInstantiates().get(0).getValue())
                .isEqualTo("http://hl7.org/fhir/uv/ipa/CapabilityStatement/ipa-server");
        assertThat(rest.getSecurity().getServiceFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("SMART-on-FHIR");
        assertThat(rest.getSecurity().getExtensionFirstRep().getExtension())
                .extracting(uri -> uri.getUrl() + " " + uri.getValue().primitiveValue())
                .contains(
                        "authorize http://localhost:9000/oauth2/authorize", "token http://localhost:9000/oauth2/token");
    }

    @Test
    void every_type_parameter_and_include_that_it_names_is_taken() {
        for (CapabilityStatementRestResourceComponent type : types()) {
            assertThat(door.get(patient("anna"), "/" + type.getType() + "/absent")
                            .status())
                    .isEqualTo(404);
            for (CapabilityStatementRestResourceSearchParamComponent parameter : type.getSearchParam()) {
                assertThat(door.post(
                                        patient("anna"),
                                        "/" + type.getType() + "/_search",
                                        Map.of(parameter.getName(), exampleOf(parameter)))
                                .status())
                        .as(type.getType() + " " + parameter.getName())
                        .isEqualTo(200);
            }
            type.getSearchInclude()
                    .forEach(include -> assertThat(door.get(patient("anna"), including(include.getValue()))
                                    .status())
                            .as(include.getValue())
                            .isEqualTo(200));
        }
    }

    @Test
    void a_type_that_it_does_not_say_can_be_searched_is_not_searched() {
        for (CapabilityStatementRestResourceComponent type : types()) {
            boolean searchable = type.getInteraction().stream()
                    .anyMatch(interaction -> interaction.getCode() == TypeRestfulInteraction.SEARCHTYPE);
            assertThat(door.get(patient("anna"), "/" + type.getType()).status())
                    .as(type.getType())
                    .isEqualTo(searchable ? 200 : 400);
        }
    }

    @Test
    void the_pages_of_the_portal_find_their_types() {
        assertThat(types())
                .extracting(CapabilityStatementRestResourceComponent::getType)
                .contains(
                        "Patient",
                        "Observation",
                        "DiagnosticReport",
                        "DocumentReference",
                        "Binary",
                        "MedicationRequest",
                        "MedicationStatement",
                        "Medication",
                        "Appointment",
                        "AllergyIntolerance",
                        "Condition",
                        "Practitioner",
                        "Organization");
    }

    @Test
    void what_it_says_of_operations_formats_and_batches_is_so() {
        for (CapabilityStatementRestResourceComponent type : types()) {
            type.getOperation().forEach(operation -> {
                String of = operation.getName().equals("everything") ? "/Patient/anna/$" : "/" + type.getType() + "/$";
                assertThat(door.get(patient("anna"), of + operation.getName()).status())
                        .as(operation.getName())
                        .isEqualTo(200);
            });
        }
        assertThat(types().stream().flatMap(type -> type.getOperation().stream()))
                .extracting(CapabilityStatementRestResourceOperationComponent::getName)
                .containsExactlyInAnyOrder("lastn", "docref", "everything");
        statement.getFormat().forEach(format -> assertThat(
                        door.get(patient("anna"), "/Observation?_format=" + format.getValue())
                                .status())
                .isEqualTo(200));
        assertThat(statement
                        .getRestFirstRep()
                        .getInteractionFirstRep()
                        .getCode()
                        .toCode())
                .isEqualTo("batch");
        assertThat(door.batch(patient("anna"), "Observation").status()).isEqualTo(200);
    }

    @Test
    void it_names_the_profiles_of_the_project_and_what_smart_can_do_here() {
        assertThat(types().stream()
                        .filter(type -> type.getType().equals("Observation"))
                        .flatMap(type -> type.getSupportedProfile().stream()))
                .extracting(CanonicalType::getValue)
                .contains(
                        "https://inzage.nl/fhir/StructureDefinition/inzage-observation",
                        "https://inzage.nl/fhir/StructureDefinition/inzage-laboratory-result");
        assertThat(statement.getRestFirstRep().getSecurity().getExtension())
                .extracting(extension -> extension.getUrl() + " " + extension.getValue())
                .contains("http://fhir-registry.smarthealthit.org/StructureDefinition/capabilities launch-standalone");
    }

    /** A search that takes the include; for what cannot be searched itself, from what leads to it. */
    private static String including(String include) {
        String type = include.substring(0, include.indexOf(':'));
        return switch (type) {
            case "PractitionerRole" -> "/Procedure?_include=Procedure:performer&_include:iterate=" + include;
            case "Location" -> "/Procedure?_include=Procedure:location&_include:iterate=" + include;
            default -> "/" + type + "?_include=" + include;
        };
    }

    private List<CapabilityStatementRestResourceComponent> types() {
        return statement.getRestFirstRep().getResource();
    }

    private static String exampleOf(CapabilityStatementRestResourceSearchParamComponent parameter) {
        return switch (parameter.getType()) {
            case DATE -> "ge2026-01-01";
            case REFERENCE -> "Patient/anna";
            default -> "x";
        };
    }
}
