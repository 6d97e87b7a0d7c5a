package nl.inzage.fhir.view;

import static nl.inzage.fhir.view.Examples.lab;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import nl.inzage.fhir.facts.HospitalTag;
import nl.inzage.fhir.release.PolicyFingerprints;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.book.PolicyBookReader;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** A hospital changes its embargo from seven days to one, or to thirty, while results of all ages are there. */
class RestampingTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private final ViewFixture view = new ViewFixture();

    @TempDir
    private Path folder;

    @BeforeEach
    void store() {
        view.setClock(NOW);
        restampingWith(new PolicyBookReader().readBuiltIn()).noticeChanges();
        for (int days : new int[] {2, 6, 8}) {
            view.store(lab("of-" + days + "-days", "anna", Date.from(NOW.minus(Duration.ofDays(days)))));
        }
    }

    @AfterEach
    void close() throws Exception {
        view.close();
    }

    @Test
    void nothing_is_seen_earlier_while_it_is_not_stamped_anew_and_all_by_the_new_number_after() throws Exception {
        Restamping restamping = restampingWith(bookWithEmbargoOf(1));
        restamping.noticeChanges();

        assertThat(view.visibleTo("anna")).containsExactly("Observation/of-8-days");
        assertThat(restamping.progress()).containsExactly(new Restamping.Progress("linde", 3));
        view.setClock(NOW.plus(Duration.ofDays(2)));
        assertThat(view.visibleTo("anna")).containsExactly("Observation/of-8-days");

        restamping.run();
        assertThat(view.visibleTo("anna"))
                .containsExactly("Observation/of-2-days", "Observation/of-6-days", "Observation/of-8-days");
        assertThat(restamping.progress()).isEmpty();
    }

    @Test
    void a_longer_embargo_takes_nothing_away_that_was_seen_at_the_change() throws Exception {
        Restamping restamping = restampingWith(bookWithEmbargoOf(30));
        restamping.noticeChanges();
        view.setClock(NOW.plus(Duration.ofDays(2)));
        restamping.run();

        assertThat(view.visibleTo("anna")).containsExactly("Observation/of-8-days");
        view.setClock(NOW.plus(Duration.ofDays(25)));
        assertThat(view.visibleTo("anna")).containsExactly("Observation/of-6-days", "Observation/of-8-days");
    }

    @Test
    void a_second_change_before_the_first_is_done_counts_from_the_first() throws Exception {
        restampingWith(bookWithEmbargoOf(1)).noticeChanges();
        view.setClock(NOW.plus(Duration.ofDays(2)));
        Restamping second = restampingWith(bookWithEmbargoOf(2));
        second.noticeChanges();
        assertThat(view.visibleTo("anna")).containsExactly("Observation/of-8-days");

        second.run();
        assertThat(view.visibleTo("anna")).hasSize(3);
    }

    @Test
    void what_arrives_in_the_meantime_is_stamped_at_once_and_its_group_with_it() throws Exception {
        PolicyBook book = bookWithEmbargoOf(1);
        restampingWith(book).noticeChanges();
        view.storeWith(book, lab("of-2-days", "anna", Date.from(NOW.minus(Duration.ofDays(2)))));

        assertThat(view.visibleTo("anna")).contains("Observation/of-8-days").doesNotContain("Observation/of-6-days");
    }

    @Test
    void a_server_that_dies_halfway_has_shown_nothing_and_the_next_one_finishes() throws Exception {
        for (String patient : List.of("bram", "carla", "daan")) {
            view.store(lab("of-" + patient, patient, Date.from(NOW.minus(Duration.ofDays(2)))));
        }
        Restamping first = restampingWith(bookWithEmbargoOf(1));
        first.noticeChanges();
        theConnectionBreaksAt("carla");
        assertThatThrownBy(first::run).isInstanceOf(DataAccessException.class);

        assertThat(first.progress()).containsExactly(new Restamping.Progress("linde", 2));
        view.setClock(NOW.plus(Duration.ofDays(2)));
        assertThat(view.visibleTo("bram")).containsExactly("Observation/of-bram");
        assertThat(view.visibleTo("carla")).isEmpty();
        assertThat(view.visibleTo("daan")).isEmpty();

        view.writer().execute("drop trigger breaks on released.resource");
        Restamping next = restampingWith(bookWithEmbargoOf(1));
        next.noticeChanges();
        next.run();
        assertThat(next.progress()).isEmpty();
        assertThat(view.visibleTo("carla")).containsExactly("Observation/of-carla");
        assertThat(view.visibleTo("daan")).containsExactly("Observation/of-daan");
    }

    @Test
    void an_encounter_with_more_results_than_fit_in_its_transaction_decides_on_them_a_little_later() {
        for (int number = 0; number < 201; number++) {
            Observation result = lab("of-stay-" + number, "bram", Date.from(NOW.minus(Duration.ofDays(5))));
            result.setEncounter(new Reference("Encounter/stay"));
            result.setEffective(new DateTimeType("2019-01-06T09:00:00+01:00"));
            result.getMeta().addTag(HospitalTag.SYSTEM, "umcg", null);
            view.store(result);
        }
        view.setClock(NOW.plus(Duration.ofDays(1)));
        view.store(encounter("AMB"));
        assertThat(view.visibleTo("bram")).isEmpty();

        Restamping restamping = restampingWith(new PolicyBookReader().readBuiltIn());
        assertThat(restamping.progress()).containsExactly(new Restamping.Progress("umcg", 201));
        restamping.run();
        view.setClock(NOW.plus(Duration.ofDays(3)));
        assertThat(view.visibleTo("bram")).hasSize(201);
    }

    /** As a kill does: in the middle of a transaction, from outside. */
    private void theConnectionBreaksAt(String patient) {
        view.writer()
                .execute(
                        """
                        create or replace function released.breaks() returns trigger language plpgsql as $$
                          begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$
                        """);
        view.writer()
                .execute("create trigger breaks before update on released.resource for each row when (new.patient = '"
                        + patient + "') execute function released.breaks()");
    }

    private static Encounter encounter(String code) {
        Encounter encounter = new Encounter();
        encounter.setId("stay");
        encounter.setClass_(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", code, null));
        encounter.getMeta().addTag(HospitalTag.SYSTEM, "umcg", null);
        return encounter;
    }

    private Restamping restampingWith(PolicyBook book) {
        ReleasedView rows = view.viewWith(book);
        return new Restamping(view.writer(), view.transactions(), rows, new PolicyFingerprints(book));
    }

    private PolicyBook bookWithEmbargoOf(int days) throws IOException {
        try (InputStream linde = PolicyBookReader.class.getResourceAsStream("/hospitals/linde.yaml")) {
            String text = new String(linde.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(
                    folder.resolve("linde.yaml"), text.replace("  embargoDays: 7\n", "  embargoDays: " + days + "\n"));
        }
        return new PolicyBookReader().readWith(folder);
    }
}
