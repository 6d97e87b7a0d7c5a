package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.narrow.DoorFixture.patient;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.inzage.fhir.narrow.DoorFixture.Reply;
import nl.inzage.fhir.narrow.DoorFixture.Token;
import nl.inzage.fhir.view.Examples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person or app gets of the own dossier, and how it is narrowed, ordered and paged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadAndSearchTest {

    private static final Token ANNA = patient("anna");

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
    void a_patient_reads_the_own_released_rows_and_searches_them_newest_first() {
        assertThat(door.get(ANNA, "/Patient/anna").json().at("/name/0/family").asText())
                .isEqualTo("Voorbeeld");
        assertThat(door.get(ANNA, "/Observation/old")
                        .json()
                        .at("/valueQuantity/value")
                        .decimalValue())
                .isEqualByComparingTo("8.10");

        Reply found = door.get(ANNA, "/Observation");

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.headers())
                .containsEntry("Content-Type", "application/fhir+json;charset=UTF-8")
                .containsEntry("Cache-Control", "no-store");
        assertThat(found.matches())
                .containsExactly(
                        "Observation/weight-part", "Observation/old", "Observation/derived", "Observation/weight");
        assertThat(door.get(ANNA, "/Observation?_sort=date").matches())
                .containsExactly(
                        "Observation/weight", "Observation/derived", "Observation/old", "Observation/weight-part");
    }

    @Test
    void tokens_dates_and_ids_narrow_the_answer() {
        assertThat(door.get(ANNA, "/Observation?category=laboratory").matches()).containsExactly("Observation/old");
        assertThat(door.get(ANNA, "/Observation?category=" + Examples.CATEGORY + "%7Claboratory")
                        .matches())
                .containsExactly("Observation/old");
        assertThat(door.get(ANNA, "/Observation?category=laboratory,vital-signs&patient=anna")
                        .matches())
                .hasSize(4);
        assertThat(door.get(ANNA, "/Observation?category=http://elders%7Claboratory")
                        .matches())
                .isEmpty();
        assertThat(door.get(ANNA, "/Observation?code=718-7,29463-7&status=final&subject=Patient/anna")
                        .matches())
                .hasSize(4);
        assertThat(door.get(ANNA, "/Observation?date=2026-10").matches()).containsExactly("Observation/weight");
        assertThat(door.get(ANNA, "/Observation?date=ge2026-10-05&date=lt2026-11-01")
                        .matches())
                .containsExactly("Observation/weight");
        assertThat(door.get(ANNA, "/Observation?date=gt2026-10-05").matches()).hasSize(3);
        assertThat(door.get(ANNA, "/Observation?date=le2026-10-05").matches()).containsExactly("Observation/weight");
        assertThat(door.get(ANNA, "/Observation?_id=old,hidden,of-bram").matches())
                .containsExactly("Observation/old");
        assertThat(door.get(ANNA, "/Patient").matches()).containsExactly("Patient/anna");
    }

    @Test
    void an_identifier_is_taken_by_post_only_and_shown_in_no_link() {
        Map<String, String> form = Map.of("identifier", "http://fhir.nl/fhir/NamingSystem/bsn|999990019");
        Reply found = door.post(ANNA, "/Patient/_search", form);

        assertThat(found.matches()).containsExactly("Patient/anna");
        assertThat(found.link("self")).isEqualTo("/Patient");
        assertThat(door.post(patient("bram"), "/Patient/_search", form).matches())
                .isEmpty();
        assertThat(door.get(ANNA, "/Patient?identifier=999990019").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "https://nr.example|7                                          ; 200",
                "https://nr.example|7,https://nr.example|8                     ; 200",
                "7                                                             ; 400",
                "|7                                                            ; 400",
                "http://fhir.nl/fhir/NamingSystem/bsn|999990019                ; 400",
                "urn:oid:2.16.840.1.113883.2.4.6.3|999990019                   ; 400",
                "https://nr.example|7,http://fhir.nl/fhir/NamingSystem/bsn|999990019 ; 400",
                "https://nr.example|7,999990019                                ; 400",
            })
    void an_identifier_with_its_system_may_be_in_a_url_unless_it_is_a_citizen_service_number(
            String identifier, int status) {
        assertThat(door.get(ANNA, "/Patient?identifier=" + URLEncoder.encode(identifier, StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repeat() {
        String path = "/Observation?_count=1&_sort=-date";
        StringBuilder seen = new StringBuilder();
        while (!path.isEmpty()) {
            Reply page = door.get(ANNA, path);
            assertThat(page.matches()).hasSize(1);
            seen.append(page.matches().get(0)).append(' ');
            path = page.link("next");
        }
        assertThat(seen.toString().strip().split(" ", -1))
                .containsExactly(
                        "Observation/weight-part", "Observation/old", "Observation/derived", "Observation/weight");
    }

    @Test
    void a_cursor_is_good_for_its_patient_grant_and_query_only() {
        String next = door.get(ANNA, "/Observation?_count=1").link("next");

        assertThat(door.get(ANNA, next).status()).isEqualTo(200);
        assertThat(door.get(patient("bram"), next).status()).isEqualTo(400);
        assertThat(door.get(ANNA.with("grant", "another"), next).status()).isEqualTo(400);
        assertThat(door.get(ANNA, next + "&category=laboratory").status()).isEqualTo(400);
        assertThat(door.get(ANNA, next.replace("/Observation", "/Condition")).status())
                .isEqualTo(400);
        assertThat(door.get(ANNA, next.substring(0, next.length() - 4) + "AAAA").status())
                .isEqualTo(400);
        assertThat(door.get(ANNA, "/Observation?_cursor=x").status()).isEqualTo(400);
    }
}
