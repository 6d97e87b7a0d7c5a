package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.narrow.DoorFixture.patient;
import static nl.inzage.fhir.view.Examples.lab;
import static nl.inzage.fhir.view.Examples.observation;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.inzage.fhir.narrow.DoorFixture.Reply;
import nl.inzage.fhir.narrow.DoorFixture.Token;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entity tags and versions tell of what is seen and of nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VersionsTest {

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
    void what_one_has_already_is_not_sent_again() {
        String tag = door.get(ANNA, "/Observation/old").headers().get("ETag");
        assertThat(tag).startsWith("W/\"1-");

        for (String said : new String[] {tag, "W/\"x\", " + tag, "*", tag.substring(2)}) {
            Reply reply = ifNoneMatch("/Observation/old", said);
            assertThat(reply.status()).as(said).isEqualTo(304);
            assertThat(reply.headers()).containsEntry("ETag", tag);
            assertThat(reply.bytes()).isEmpty();
        }
        assertThat(ifNoneMatch("/Observation/old", "W/\"1\"").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "of-bram", "deleted", "never-there"})
    void of_what_is_not_seen_nobody_has_a_version(String id) {
        Reply reply = ifNoneMatch("/Observation/" + id, "*");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.headers()).doesNotContainKey("ETag");
        assertThat(reply.bytes())
                .isEqualTo(door.get(ANNA, "/Observation/absent").bytes());
    }

    @Test
    void a_body_that_names_more_than_before_is_another_under_the_same_version() {
        Observation sum = observation("sum", "anna", "vital-signs");
        sum.addDerivedFrom(new Reference("Observation/later"));
        door.view.store(sum);
        String before = door.get(ANNA, "/Observation/sum").headers().get("ETag");
        door.view.store(lab("later", "anna", door.view.issuedForReleaseIn(-Dossiers.DAY)));

        Reply after = ifNoneMatch("/Observation/sum", before);

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.text()).contains("Observation/later").contains("\"versionId\":\"1\"");
    }

    @Test
    void of_all_versions_there_is_the_one_that_is_seen() {
        Reply now = door.get(ANNA, "/Observation/old");
        assertThat(door.get(ANNA, "/Observation/old/_history/1").bytes()).isEqualTo(now.bytes());
        assertThat(door.get(ANNA, "/Practitioner/gp/_history/1").status()).isEqualTo(200);
        assertThat(door.get(ANNA, "/Binary/b1/_history/1").text()).startsWith("%PDF");

        Observation corrected = observation("corrected", "anna", "vital-signs");
        door.view.store(corrected);
        door.view.store(corrected);
        assertThat(door.get(ANNA, "/Observation/corrected/_history/2").status()).isEqualTo(200);
        assertThat(door.get(ANNA, "/Observation/corrected/_history/1").status()).isEqualTo(404);
        assertThat(door.get(ANNA, "/Observation/corrected/_history/3").status()).isEqualTo(404);
    }

    private Reply ifNoneMatch(String path, String said) {
        return door.ask(ANNA, "GET", path, Map.of(), Map.of("If-None-Match", said));
    }
}
