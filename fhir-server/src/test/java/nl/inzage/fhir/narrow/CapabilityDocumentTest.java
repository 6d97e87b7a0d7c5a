package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.narrow.DoorFixture.patient;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.inzage.fhir.view.Catalogue;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The statement and the door come from one table: what the one says, the other does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapabilityDocumentTest {

    private final CapabilityStatement statement = CapabilityDocument.of(
            new Catalogue(),
            DoorFixture.BASE,
            URI.create("http://localhost:9000"),
            Instant.parse("2026-11-22T00:00:00Z"));
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
            type.getSearchInclude().forEach(include -> assertThat(
                            door.get(patient("anna"), "/" + type.getType() + "?_include=" + include.getValue())
                                    .status())
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
