package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.narrow.DoorFixture.patient;
import static nl.inzage.fhir.view.Examples.lab;
import static nl.inzage.fhir.view.Examples.observation;
import static org.assertj.core.api.Assertions.assertThat;

import nl.inzage.fhir.narrow.DoorFixture.Reply;
import nl.inzage.fhir.narrow.DoorFixture.Token;
import nl.inzage.fhir.view.Examples;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The newest of each code, among what is released. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LastNTest {

    private static final Token ANNA = patient("anna");

    private final DoorFixture door = new DoorFixture();

    @BeforeAll
    void store() {
        door.view.store(Examples.patient("anna"));
        door.view.store(
                weight("w1", "2026-10-01"),
                weight("w2", "2026-10-02"),
                weight("w3", "2026-10-03"),
                coded("h1", "2026-09-01", new Coding("http://loinc.org", "8302-2", null)),
                coded(
                        "h2",
                        "2026-09-02",
                        new Coding(null, "8302-2", null),
                        new Coding("http://loinc.org", "8302-2", null)),
                coded("t1", "2026-08-01"),
                coded("t2", "2026-08-02"));
        Observation hidden = lab("newest", "anna", door.view.issuedForReleaseIn(Dossiers.DAY));
        hidden.setCode(new CodeableConcept(new Coding("http://loinc.org", "29463-7", null)));
        door.view.store(hidden, weightOf("bram"));
    }

    @AfterAll
    void close() throws Exception {
        door.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', w3 h2 t2 t1",
        "?max=1, w3 h2 t2 t1",
        "?max=2, w3 w2 h2 h1 t2 t1",
        "?max=2&code=29463-7, w3 w2",
        "?max=9&category=vital-signs&code=http://loinc.org%7C29463-7, w3 w2 w1",
        "?code=29463-7&date=le2026-10-02, w2",
        "?category=laboratory, ''"
    })
    void it_gives_so_many_of_each_code(String query, String ids) {
        String[] expected =
                ids.isEmpty() ? new String[0] : ("Observation/" + ids.replace(" ", " Observation/")).split(" ", -1);

        assertThat(door.get(ANNA, "/Observation/$lastn" + query).matches()).containsExactly(expected);
    }

    @Test
    void its_pages_follow_each_other() {
        Reply first = door.get(ANNA, "/Observation/$lastn?max=2&_count=4");
        assertThat(first.matches())
                .containsExactly("Observation/w3", "Observation/w2", "Observation/h2", "Observation/h1");
        assertThat(first.link("self")).isEqualTo("/Observation/$lastn?max=2&_count=4");
        assertThat(door.get(ANNA, first.link("next")).matches()).containsExactly("Observation/t2", "Observation/t1");
        assertThat(door.get(ANNA, first.link("next").replace("max=2", "max=3")).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Observation/$lastn?max=0",
                "/Observation/$lastn?max=x",
                "/Observation/$lastn?max=1&max=2",
                "/Observation/$lastn?_sort=date",
                "/Observation/$lastn?foo=1",
                "/Observation?max=1",
                "/Condition/$lastn",
                "/Observation/w1/$lastn",
                "/DocumentReference/$docref?profile=x",
                "/DocumentReference/$docref?start=ge2026",
                "/DocumentReference/$docref?start=2026&start=2025",
                "/DocumentReference/$docref?on-demand=true",
                "/DocumentReference/$docref?_include=DocumentReference:author"
            })
    void another_form_is_refused(String path) {
        assertThat(door.get(ANNA, path).status()).isEqualTo(400);
    }

    private static Observation weight(String id, String day) {
        return coded(id, day, new Coding("http://loinc.org", "29463-7", null));
    }

    private static Observation weightOf(String patient) {
        Observation weight = observation("of-" + patient, patient, "vital-signs");
        weight.setCode(new CodeableConcept(new Coding("http://loinc.org", "29463-7", null)));
        return weight;
    }

    private static Observation coded(String id, String day, Coding... codings) {
        Observation observation = observation(id, "anna", "vital-signs");
        CodeableConcept code = new CodeableConcept().setText("Iets");
        for (Coding coding : codings) {
            code.addCoding(coding);
        }
        observation.setCode(code);
        observation.setEffective(new DateTimeType(day));
        return observation;
    }
}
