package nl.inzage.fhir.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestClient.Caller;
import nl.inzage.fhir.TestIssuer;
import nl.inzage.fhir.view.StoredVersions.Current;
import nl.inzage.fhir.view.UpkeepBook.Step;
import nl.inzage.fhir.watch.Watch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole view is lost, in part or entirely, and comes back while hospitals go on. */
@OwnServerTest
class RebuildTest {

    @Autowired
    private TestClient client;

    @Autowired
    private TestIssuer issuer;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private List<Watch> watches;

    @Autowired
    private Upkeep upkeep;

    @Autowired
    private UpkeepBook book;

    @Autowired
    private Rebuild rebuild;

    @Autowired
    private Reconciler reconciler;

    private JdbcTemplate jdbc;
    private UpkeepStage stage;
    private Caller anna;
    private Caller bram;

    @BeforeEach
    void aDossierWithAPast() {
        watches.stream().filter(Watch::isRunning).forEach(Watch::stop);
        jdbc = new JdbcTemplate(dataSource);
        stage = new UpkeepStage(jdbc, client);
        stage.stopClock();
        stage.live();
        anna = reader("anna");
        bram = reader("bram");
    }

    private Caller reader(String name) {
        return client.with(issuer.patientToken("linde", stage.id(name), "openid fhirUser patient/*.rs"));
    }

    @Test
    void an_emptied_view_comes_back_the_same_in_all_columns_with_older_versions_and_labels() {
        Map<String, List<String>> before = stage.view();
        assertThat(before.get("resource")).anyMatch(row -> row.contains("\"replaced\": \"2"));
        assertThat(before.get("resource")).anyMatch(row -> row.contains("HELD_BY_CLINICIAN"));
        assertThat(before.values()).allMatch(rows -> !rows.isEmpty());
        stage.empty();

        run(UpkeepTask.REBUILD);

        stage.view().forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(before.get(table)));
        assertThat(anna.get("/fhir/Observation/" + stage.id("corrected"))
                        .json()
                        .at("/meta/security/0/code")
                        .asText())
                .isEqualTo("R");
        assertThat(book.page(UpkeepTask.REBUILD).waits()).isFalse();
    }

    @Test
    void codes_that_are_lost_come_back_though_their_rows_are_right() {
        Map<String, List<String>> before = stage.view();
        jdbc.update("delete from released.code");

        run(UpkeepTask.REBUILD);

        assertThat(stage.view()).isEqualTo(before);
    }

    @Test
    void a_rebuild_of_a_view_that_is_right_writes_nothing() {
        run(UpkeepTask.REBUILD);
        run(UpkeepTask.REBUILD);

        assertThat(book.page(UpkeepTask.REBUILD).done()).isPositive();
        assertThat(book.page(UpkeepTask.REBUILD).mended()).isZero();
    }

    @Test
    void without_the_stamps_the_newest_versions_come_back_and_nothing_is_seen_that_was_not() {
        List<String> ofAnna = seenBy(anna);
        List<String> ofBram = seenBy(bram);
        assertThat(ofBram)
                .contains(stage.id("resent") + " 1")
                .noneMatch(each -> each.startsWith(stage.id("held")))
                .doesNotContain(stage.id("resent") + " 2");
        stage.dateTheStore();
        stage.empty();
        jdbc.update("delete from released.stamp");

        run(UpkeepTask.REBUILD);

        assertThat(reconciler.differences()).isEmpty();
        assertThat(seenBy(anna)).isNotEmpty().isSubsetOf(ofAnna);
        assertThat(seenBy(bram)).isSubsetOf(ofBram);
        assertThat(anna.get("/fhir/DocumentReference/" + stage.id("letter")).status())
                .isEqualTo(200);
    }

    @Test
    void a_correction_that_arrives_while_the_row_it_corrects_is_missing_is_kept_back_as_a_correction() {
        stage.empty();
        UpkeepBook other = new UpkeepBook(jdbc, "other");
        book.ask(UpkeepTask.REBUILD);
        other.take(UpkeepTask.REBUILD, Optional.empty());
        other.begin(UpkeepTask.REBUILD, rebuild.size(), true);
        stage.resend();

        stage.pass(UpkeepBook.LEASE.plusSeconds(1));
        upkeep.look();

        assertThat(seenBy(bram)).noneMatch(each -> each.startsWith(stage.id("resent") + " 3"));
        stage.pass(Duration.ofDays(8));
        assertThat(seenBy(bram)).contains(stage.id("resent") + " 3");
    }

    @Test
    void a_rebuild_that_was_killed_goes_on_where_it_was_when_its_lease_is_over() {
        Map<String, List<String>> before = stage.view();
        stage.empty();
        UpkeepBook dead = new UpkeepBook(jdbc, "dead");
        book.ask(UpkeepTask.REBUILD);
        assertThat(dead.take(UpkeepTask.REBUILD, Optional.empty())).isTrue();
        dead.begin(UpkeepTask.REBUILD, rebuild.size(), true);
        List<Current> some = rebuild.portionsAfter(0, 1).get(0).subList(0, 5);
        rebuild.portion(some);
        dead.advance(UpkeepTask.REBUILD, Long.toString(some.get(4).number()), new Step(5, 0, 5, 0));

        upkeep.look();
        assertThat(book.page(UpkeepTask.REBUILD).done()).isEqualTo(5);
        stage.pass(UpkeepBook.LEASE.plusSeconds(1));
        upkeep.look();

        assertThat(book.page(UpkeepTask.REBUILD).begun()).isEmpty();
        assertThat(book.page(UpkeepTask.REBUILD).done()).isEqualTo(rebuild.size());
        assertThat(stage.view()).isEqualTo(before);
    }

    @Test
    void what_arrives_while_rows_are_missing_is_seen_when_all_are_back_and_what_it_takes_back_goes_at_once() {
        String old = "/fhir/Observation/" + stage.id("corrected");
        assertThat(anna.get(old).status()).isEqualTo(200);
        UpkeepBook other = new UpkeepBook(jdbc, "other");
        book.ask(UpkeepTask.REBUILD);
        other.take(UpkeepTask.REBUILD, Optional.empty());
        other.begin(UpkeepTask.REBUILD, rebuild.size(), true);

        Instant now = Instant.now();
        stage.put("Observation", "corrected", stage.result("corrected", now, "entered-in-error"));
        stage.put("Observation", "weight", stage.weight(now));
        assertThat(anna.get(old).status()).isEqualTo(404);
        assertThat(anna.get("/fhir/Observation/" + stage.id("weight")).status()).isEqualTo(404);

        stage.pass(UpkeepBook.LEASE.plusSeconds(1));
        upkeep.look();
        assertThat(anna.get(old).status()).isEqualTo(404);
        assertThat(anna.get("/fhir/Observation/" + stage.id("weight")).status()).isEqualTo(200);
        assertThat(reconciler.differences()).isEmpty();
    }

    @Test
    void hospitals_push_correct_and_delete_while_the_emptied_view_comes_back() throws Exception {
        ExecutorService hospital = Executors.newSingleThreadExecutor();
        AtomicBoolean done = new AtomicBoolean();
        Future<Integer> pushing = hospital.submit(() -> push(done));
        try {
            for (int i = 0; i < 3; i++) {
                stage.empty();
                run(UpkeepTask.REBUILD);
            }
        } finally {
            done.set(true);
        }
        assertThat(pushing.get()).isPositive();
        hospital.shutdown();
        upkeep.look();

        assertThat(reconciler.differences()).isEmpty();
        assertThat(jdbc.queryForObject(
                        "select count(*) from released.resource where replaced is null and policy = ''", Long.class))
                .isZero();
    }

    private int push(AtomicBoolean done) {
        int pushed = 0;
        while (!done.get()) {
            Instant now = Instant.now();
            String name = "pushed-" + pushed % 7;
            stage.put("Observation", name, stage.result(name, now.minus(Duration.ofDays(pushed)), "final"));
            if (pushed % 3 == 2) {
                assertThat(stage.ehr()
                                .delete("/ehr/Observation/" + stage.id(name))
                                .status())
                        .isBetween(200, 204);
            }
            pushed++;
        }
        return pushed;
    }

    /** The results that somebody sees, each with its version. */
    private static List<String> seenBy(Caller caller) {
        return caller.get("/fhir/Observation?_count=50").json().findValues("resource").stream()
                .map(seen -> seen.path("id").asText() + " "
                        + seen.at("/meta/versionId").asText())
                .toList();
    }

    private void run(UpkeepTask task) {
        assertThat(book.ask(task)).isTrue();
        upkeep.look();
        assertThat(book.page(task).begun()).isEmpty();
    }
}
