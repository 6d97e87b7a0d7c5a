package nl.inzage.fhir.narrow;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.view.ResourceKey;
import nl.inzage.policy.smart.Interaction;
import nl.inzage.policy.smart.ScopeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that a fault in the query or the database would let through. */
class FinalCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");
    private static final AccessPlan ANNA = new AccessPlan(
            Optional.of("anna"),
            Optional.empty(),
            Optional.of("linde"),
            "g",
            ScopeSet.parse("patient/*.rs"),
            Set.of("linde"));

    @Test
    void what_is_about_the_patient_and_released_leaves() {
        assertThatCode(() -> check(
                        "Observation",
                        "{\"resourceType\":\"Observation\",\"id\":\"x\",\"subject\":{\"reference\":\"Patient/anna\"}}",
                        NOW))
                .doesNotThrowAnyException();
        assertThatCode(() -> check("Practitioner", "{\"resourceType\":\"Practitioner\",\"id\":\"x\"}", null))
                .doesNotThrowAnyException();
        assertThatCode(() -> check(
                        "Appointment",
                        "{\"resourceType\":\"Appointment\",\"id\":\"x\",\"participant\":[{\"actor\":{\"reference\":"
                                + "\"Practitioner/p\"}},{\"actor\":{\"reference\":\"Patient/anna\"}}]}",
                        NOW))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "Observation; {'resourceType':'Observation','id':'x','subject':{'reference':'Patient/bram'}}",
                "Observation; {'resourceType':'Observation','id':'x'}",
                "Observation; {'resourceType':'Observation','id':'x','subject':{'reference':'Group/anna'}}",
                "Observation; {'resourceType':'Observation','id':'y','subject':{'reference':'Patient/anna'}}",
                "Observation; {'resourceType':'Condition','id':'x','subject':{'reference':'Patient/anna'}}",
                "Observation; {'resourceType':'Observation','id':'x','subject':{'reference':'Patient/anna'},'subject':{'reference':'Patient/bram'}}",
                "Observation; {'resourceType':'Observation','id':'x','subject':{'reference':'Patient/anna'},'contained':[{'resourceType':'Observation','subject':{'reference':'Patient/bram'}}]}",
                "Observation; {'resourceType':'Observation','id':'x','subject':{'reference':'http://x/fhir/Patient/bram/_history/3'}}",
                "Appointment; {'resourceType':'Appointment','id':'x','participant':[{'actor':{'reference':'Patient/anna'}},{'actor':{'reference':'Patient/bram'}}]}",
                "Patient; {'resourceType':'Patient','id':'x'}",
                "Practitioner; {'resourceType':'Practitioner','id':'x','subject':{'reference':'Patient/anna'}}",
                "Observation; {'resourceType':'Observation','id':'x','resourceType':'Condition','subject':{'reference':'Patient/anna'}}",
                "Observation; {'resourceType':'Observation','id':'y','id':'x','subject':{'reference':'Patient/anna'}}",
                "Observation; {'resourceType':'Observation','id':'x','subject':{'reference':'Patient/bram','reference':'Patient/anna'}}",
                "Observation; {'resourceType':'Observation','id':'x','\\u0073ubject':{'reference':'Patient/bram'},'subject':{'reference':'Patient/anna'}}",
                "Observation; {'resourceType':'Observation'",
            })
    void another_body_does_not(String type, String body) {
        assertThatThrownBy(() -> check(type, body.replace('\'', '"'), NOW)).isInstanceOf(Refusal.class);
    }

    @Test
    void nor_does_what_is_not_released_at_the_moment_of_the_statement() {
        String body = "{\"resourceType\":\"Observation\",\"id\":\"x\",\"subject\":{\"reference\":\"Patient/anna\"}}";

        assertThatThrownBy(() -> check("Observation", body, NOW.plusMillis(1))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> check("Observation", body, null)).isInstanceOf(Refusal.class);
    }

    @Test
    void nor_does_a_task_about_what_is_hidden() {
        String body = "{\"resourceType\":\"Task\",\"id\":\"x\",\"for\":{\"reference\":\"Patient/anna\"}}";

        check("Task", body, NOW);
        assertThatThrownBy(() -> check("Task", body, NOW, "Observation/hidden")).isInstanceOf(Refusal.class);
    }

    private static Release release(Instant from) {
        Release.Window window = new Release.Window(Optional.ofNullable(from), Instant.MAX);
        return new Release(Optional.of("linde"), false, window, window);
    }

    @Test
    void nor_does_a_sample_or_a_person_that_nothing_names() {
        assertThatThrownBy(() -> check(
                        ANNA,
                        "Specimen",
                        "{\"resourceType\":\"Specimen\",\"id\":\"x\",\"subject\":{\"reference\":\"Patient/anna\"}}",
                        NOW,
                        false))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() ->
                        check(ANNA, "Practitioner", "{\"resourceType\":\"Practitioner\",\"id\":\"x\"}", null, false))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "category=een; true",
                "category=https://codes.example|een; true",
                "category=https://other.example|een; false",
                "category=twee; false",
                "category=een&status=final; true",
                "category=een&status=preliminary; false",
                "identifier=https://nr.example|7; true",
                "identifier=https://nr.example|8; false",
            })
    void nor_does_what_a_narrowed_scope_does_not_permit_whatever_stands_beside_the_row(String query, boolean leaves) {
        String body =
                """
                {"resourceType":"Observation","id":"x","status":"final","subject":{"reference":"Patient/anna"},
                 "identifier":[{"system":"https://nr.example","value":"7"}],
                 "category":[{"coding":[{"system":"https://codes.example","code":"een"}]}]}
                """;
        AccessPlan narrowed = new AccessPlan(
                ANNA.patient(),
                ANNA.person(),
                ANNA.hospital(),
                "g",
                ScopeSet.parse("patient/Observation.rs?" + query),
                Set.of());

        if (leaves) {
            check(narrowed, "Observation", body, NOW, true);
        } else {
            assertThatThrownBy(() -> check(narrowed, "Observation", body, NOW, true))
                    .isInstanceOf(Refusal.class);
        }
    }

    private static void check(String type, String body, Instant releasedFrom, String... hidden) {
        check(ANNA, type, body, releasedFrom, true, hidden);
    }

    private static void check(
            AccessPlan plan, String type, String body, Instant releasedFrom, boolean named, String... hidden) {
        OfferedType offered = new Catalogue().type(type).orElseThrow();
        new FinalCheck()
                .pass(
                        plan,
                        offered,
                        plan.admission(offered, Interaction.READ),
                        new Row(
                                true,
                                new ResourceKey(type, "x"),
                                1,
                                OffsetDateTime.MIN,
                                release(releasedFrom),
                                NOW,
                                named,
                                List.of(hidden),
                                Body.of(body)));
    }
}
