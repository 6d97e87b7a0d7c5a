package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.narrow.DoorFixture.patient;
import static nl.inzage.fhir.view.Examples.LOINC;
import static nl.inzage.fhir.view.Examples.lab;
import static nl.inzage.fhir.view.Examples.observation;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.inzage.fhir.narrow.DoorFixture.Reply;
import nl.inzage.fhir.narrow.DoorFixture.Token;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a search by code finds, through a table of codes beside the rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CodedRowsTest {

    private static final Token ANNA = patient("anna");
    private static final long DAY = 86_400_000;
    private static final String LONG = "c".repeat(300);

    private final DoorFixture door = new DoorFixture();

    @BeforeAll
    void store() {
        List<Observation> weights = new ArrayList<>();
        for (int day = 1; day <= 7; day++) {
            Observation weight = observation("weight-" + day, "anna", "vital-signs");
            weight.setEffective(new DateTimeType("2026-10-0" + (day == 3 ? 2 : day)));
            weights.add(weight);
        }
        weights.get(4).getCode().addCoding().setSystem("urn:oid:1.2").setCode("G");
        weights.get(5).getCode().getCodingFirstRep().setSystem("urn:oid:1.2");
        weights.get(6).getCode().getCodingFirstRep().setCode(LONG);
        weights.forEach(door.view::store);
        Observation ofBram = observation("of-bram", "bram", "vital-signs");
        Observation hidden = lab("hidden", "anna", door.view.issuedForReleaseIn(DAY));
        hidden.getCode().getCodingFirstRep().setCode("29463-7");
        door.view.store(ofBram, hidden);
    }

    @AfterAll
    void close() throws Exception {
        door.close();
    }

    private List<String> found(String query) {
        return door.get(ANNA, "/Observation?" + query).matches().stream()
                .map(key -> key.substring("Observation/weight-".length()))
                .toList();
    }

    @Test
    void a_code_is_found_in_any_system_or_in_the_one_that_is_said_newest_first() {
        assertThat(found("code=29463-7")).containsExactly("6", "5", "4", "3", "2", "1");
        assertThat(found("code=29463-7&_sort=date")).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(found("code=" + LOINC + "%7C29463-7")).containsExactly("5", "4", "3", "2", "1");
        assertThat(found("code=urn:oid:1.2%7C29463-7")).containsExactly("6");
        assertThat(found("code=nope")).isEmpty();
        assertThat(found("code=code")).isEmpty();
    }

    @Test
    void a_row_with_two_of_the_codes_is_there_once() {
        assertThat(found("code=G,29463-7,nope")).containsExactly("6", "5", "4", "3", "2", "1");
        assertThat(found("code=G")).containsExactly("5");
    }

    @Test
    void other_parameters_hold_as_well() {
        assertThat(found("code=29463-7&date=lt2026-10-04&category=vital-signs")).containsExactly("3", "2", "1");
        assertThat(found("code=29463-7&category=laboratory")).isEmpty();
        assertThat(found("code=29463-7&_id=weight-2,weight-7")).containsExactly("2");
    }

    @Test
    void a_code_longer_than_the_table_keeps_is_found_whole_only() {
        assertThat(found("code=" + LONG)).containsExactly("7");
        assertThat(found("code=" + LONG.substring(1))).isEmpty();
    }

    @Test
    void pages_follow_each_other_through_rows_of_the_same_moment() {
        for (String order : List.of("-date", "date")) {
            List<String> walked = new ArrayList<>();
            String path = "/Observation?code=29463-7,G&_count=1&_sort=" + order;
            while (!path.isEmpty()) {
                Reply page = door.get(ANNA, path);
                walked.addAll(page.matches());
                path = page.link("next");
            }
            assertThat(walked)
                    .isEqualTo(door.get(ANNA, "/Observation?code=29463-7,G&_sort=" + order)
                            .matches())
                    .hasSize(6);
        }
    }

    @Test
    void codes_follow_a_correction_and_go_with_the_row() {
        Observation corrected = observation("corrected", "carla", "vital-signs");
        corrected.getCode().getCodingFirstRep().setCode("first");
        door.view.store(corrected);
        corrected.getCode().getCodingFirstRep().setCode("second");
        door.view.store(corrected);
        Token carla = patient("carla");

        assertThat(door.get(carla, "/Observation?code=first").matches()).isEmpty();
        assertThat(door.get(carla, "/Observation?code=second").matches()).containsExactly("Observation/corrected");
        door.view.delete(corrected);

        assertThat(door.get(carla, "/Observation?code=second").matches()).isEmpty();
        assertThat(door.view
                        .writer()
                        .queryForObject("select count(*) from released.code where patient = 'carla'", Integer.class))
                .isZero();
    }
}
