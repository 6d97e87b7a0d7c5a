package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.narrow.DoorFixture.patient;
import static org.assertj.core.api.Assertions.assertThat;

import nl.inzage.fhir.narrow.DoorFixture.Reply;
import nl.inzage.fhir.narrow.DoorFixture.Token;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The content of documents, which is no FHIR unless it is asked to be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentContentTest {

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
    void a_document_is_served_as_its_content_or_as_fhir_when_asked_by_name() {
        Reply raw = door.get(ANNA, "/Binary/b1", "application/pdf, */*;q=0.1");
        assertThat(raw.text()).isEqualTo("%PDF-1.7 b1");
        assertThat(raw.headers())
                .containsEntry("Content-Type", "application/pdf")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Cache-Control", "no-store");
        assertThat(raw.headers().get("Content-Disposition"))
                .startsWith("inline")
                .contains("Brief_cardiologie.pdf");

        Reply fhir = door.get(ANNA, "/Binary/b1", "application/fhir+json");
        assertThat(fhir.json().path("contentType").asText()).isEqualTo("application/pdf");
        assertThat(door.get(ANNA.with("scope", "patient/DocumentReference.rs"), "/Binary/b1")
                        .status())
                .isEqualTo(403);
    }
}
