package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.narrow.DoorFixture.patient;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.inzage.fhir.narrow.DoorFixture.Reply;
import nl.inzage.fhir.narrow.DoorFixture.Token;
import nl.inzage.fhir.view.Examples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the scopes of a token permit, per type, interaction and row, in every form of request. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopesTest {

    private static final Token ANNA = patient("anna");
    private static final Token DESK = new Token(Map.of(
            "fhirUser", "Practitioner/desk", "grant", "g-desk", "hospital", "linde", "scope", "openid fhirUser"));

    private final DoorFixture door = new DoorFixture();

    @BeforeAll
    void store() {
        Dossiers.storeIn(door.view);
    }

    @AfterAll
    void close() throws Exception {
        door.close();
    }

    @Test
    void without_a_patient_only_the_own_resource_can_be_read() {
        assertThat(door.get(DESK, "/Practitioner/desk").status()).isEqualTo(200);
        assertThat(door.get(DESK, "/Practitioner/gp").status()).isEqualTo(403);
        assertThat(door.get(DESK, "/Patient/anna").status()).isEqualTo(403);
        assertThat(door.get(DESK.with("scope", "openid fhirUser patient/*.rs"), "/Observation")
                        .status())
                .isEqualTo(403);
        assertThat(door.get(DESK.with("scope", "openid"), "/Practitioner/desk").status())
                .isEqualTo(403);
    }

    @Test
    void the_own_resource_can_be_read_with_fhirUser_alone() {
        Token narrow = ANNA.with("scope", "openid fhirUser");

        assertThat(door.get(narrow, "/Patient/anna").status()).isEqualTo(200);
        assertThat(door.get(narrow.without("patient"), "/Patient/anna").status())
                .isEqualTo(200);
        assertThat(door.get(narrow, "/Patient").status()).isEqualTo(403);
        assertThat(door.get(narrow, "/Patient/bram").status()).isEqualTo(403);
    }

    @Test
    void a_patient_parameter_repeats_the_token_by_id_relatively_or_at_this_address() {
        for (String said : List.of("anna", "Patient/anna", DoorFixture.BASE + "/Patient/anna")) {
            assertThat(door.get(ANNA, "/Observation?patient=" + said).status())
                    .as(said)
                    .isEqualTo(200);
        }
    }

    /** What is there is another resource, whatever its id. */
    @Test
    void the_same_id_at_another_address_is_refused() {
        for (String said : List.of(
                "https://elders.example/fhir/Patient/anna",
                "http://localhost:8081/ehr/Patient/anna",
                DoorFixture.BASE + "/Patient/anna/_history/1",
                DoorFixture.BASE + "/anna",
                "Person/anna",
                "Patient/bram")) {
            assertThat(door.get(ANNA, "/Observation?subject=" + said).status())
                    .as(said)
                    .isEqualTo(403);
        }
    }

    @Test
    void scopes_are_enforced_per_type_and_interaction() {
        Token reads = ANNA.with("scope", "patient/Observation.r");

        assertThat(door.get(reads, "/Observation/old").status()).isEqualTo(200);
        assertThat(door.get(reads, "/Observation").status()).isEqualTo(403);
        assertThat(door.get(reads, "/Condition").status()).isEqualTo(403);
        assertThat(door.get(ANNA.with("scope", "system/*.rs"), "/Observation").status())
                .isEqualTo(403);
        assertThat(door.get(ANNA, "/Observation?patient=bram").status()).isEqualTo(403);
    }

    @Test
    void what_a_person_may_see_is_the_dossier_in_context_and_no_more() {
        Token user = ANNA.with("scope", "user/Observation.rs");

        assertThat(door.get(user, "/Observation").matches())
                .isNotEmpty()
                .isEqualTo(door.get(ANNA, "/Observation").matches());
        assertThat(door.get(user, "/Condition").status()).isEqualTo(403);
        assertThat(door.get(user, "/Observation?patient=bram").status()).isEqualTo(403);
        assertThat(door.get(user.without("patient"), "/Observation").status()).isEqualTo(403);
    }

    @Test
    void a_narrowed_scope_is_honoured_in_search_read_and_include_or_refused() {
        String laboratory = "patient/Observation.rs?category=" + Examples.CATEGORY + "|laboratory";
        Token labs = ANNA.with("scope", laboratory + " patient/DiagnosticReport.rs");
        assertThat(door.get(labs, "/Observation").matches()).containsExactly("Observation/old");
        assertThat(door.get(labs, "/Observation/weight").status()).isEqualTo(404);
        assertThat(door.get(labs, "/DiagnosticReport?_include=DiagnosticReport:result")
                        .entries("include"))
                .containsExactly("Observation/old");

        Token vitals = ANNA.with("scope", "patient/Observation.rs?category=vital-signs patient/DiagnosticReport.rs");
        assertThat(door.get(vitals, "/DiagnosticReport?_include=DiagnosticReport:result")
                        .entries("include"))
                .isEmpty();
        assertThat(door.get(ANNA.with("scope", "patient/Observation.rs?date=gt2020"), "/Observation")
                        .status())
                .isEqualTo(403);
        assertThat(door.get(ANNA.with("scope", "patient/Observation.rs?category:not=x"), "/Observation")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_narrowed_scope_is_honoured_in_every_other_form_too() {
        Token labs = ANNA.with("scope", "patient/Observation.rs?category=" + Examples.CATEGORY + "|laboratory");

        assertThat(door.get(labs, "/Observation/$lastn?max=9").matches()).containsExactly("Observation/old");
        assertThat(door.get(labs, "/Patient/anna/Observation").matches()).containsExactly("Observation/old");
        assertThat(door.get(labs, "/Patient/anna/$everything").matches()).containsExactly("Observation/old");
        assertThat(door.get(labs, "/Observation/weight/_history/1").status()).isEqualTo(404);
        assertThat(door.get(labs, "/Patient/anna/$everything?_type=Observation,Patient")
                        .status())
                .isEqualTo(403);

        Reply batch = door.batch(labs, "Observation", "Observation/weight", "Patient/anna/Condition");
        assertThat(batch.json().at("/entry/0/resource/entry")).hasSize(1);
        assertThat(batch.json().at("/entry/1/response/status").asText()).isEqualTo("404");
        assertThat(batch.json().at("/entry/2/response/status").asText()).isEqualTo("403");
    }

    @Test
    void who_looks_for_a_patient_does_not_see_who_else_may_or_what_the_patient_chose() {
        Token father = ANNA.with("fhirUser", "RelatedPerson/father");

        for (String type : List.of("Consent", "RelatedPerson")) {
            assertThat(door.get(ANNA, "/" + type).status()).isEqualTo(200);
            assertThat(door.get(father, "/" + type).status()).isEqualTo(403);
            assertThat(door.get(father, "/Patient/anna/$everything?_type=" + type)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(door.get(father, "/Observation").status()).isEqualTo(200);
    }
}
