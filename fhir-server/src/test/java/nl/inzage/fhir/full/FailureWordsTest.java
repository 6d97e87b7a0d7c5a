package nl.inzage.fhir.full;

import static nl.inzage.fhir.Push.entry;
import static nl.inzage.fhir.Push.patient;
import static nl.inzage.fhir.Push.transaction;
import static nl.inzage.fhir.Push.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import nl.inzage.fhir.FhirServerTest;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database that refuses a row, as one with a full disk does. */
@FhirServerTest
@ExtendWith(OutputCaptureExtension.class)
class FailureWordsTest {

    private static final String FULL = unique();
    private static final String CLASH = unique();

    @Autowired
    private TestClient client;

    @Autowired
    private JdbcTemplate database;

    @BeforeEach
    void aDatabaseThatRefusesOneNumber() {
        database.execute(
                """
                create function fhir.refuse() returns trigger language plpgsql as $$ begin
                  if new.sp_value = '%s' then
                    raise exception 'could not extend file' using errcode = 'disk_full', detail = new.sp_value;
                  elsif new.sp_value = '%s' then
                    raise exception 'duplicate key' using errcode = 'unique_violation', detail = new.sp_value;
                  end if;
                  return new;
                end $$"""
                        .formatted(FULL, CLASH));
        database.execute("create trigger refuse before insert on fhir.hfj_spidx_token for each row"
                + " execute function fhir.refuse()");
    }

    @AfterEach
    void aDatabaseThatWorks() {
        database.execute("drop function fhir.refuse() cascade");
    }

    @Test
    void aFailureIsAnsweredWithoutWhatWasBeingDoneAndLoggedWithoutTheValues(CapturedOutput log) {
        Answer answer = push(FULL);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().at("/issue/0/diagnostics").asText())
                .matches("The server failed and stored nothing of this request; it is request \\S+ in its log");
        assertThat(answer.body()).doesNotContainIgnoringCase("insert").doesNotContain("HAPI", FULL);
        assertThat(log).contains("could not extend file").doesNotContain(FULL);
    }

    @Test
    void aClashOfTwoChangesIsAnsweredAndLoggedWithoutTheValuesToo(CapturedOutput log) {
        Answer answer = push(CLASH);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().at("/issue/0/diagnostics").asText()).startsWith("Another change came in between");
        assertThat(answer.body()).doesNotContainIgnoringCase("insert").doesNotContain("HAPI", CLASH);
        assertThat(log).contains("duplicate key").doesNotContain(CLASH);
    }

    @Test
    void nothingOfTheRequestIsStored() {
        String other = unique();

        push(other, FULL);

        assertThat(client.ehrOf("linde")
                        .get("/ehr/Patient?identifier=" + other)
                        .json()
                        .has("entry"))
                .isFalse();
    }

    private Answer push(String... numbers) {
        return client.ehrOf("linde")
                .post(
                        "/ehr",
                        transaction(Stream.of(numbers)
                                .map(number -> entry("urn:uuid:" + unique(), patient(number), "POST", "Patient"))
                                .toArray(String[]::new)));
    }
}
