package nl.inzage.fhir.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import nl.inzage.database.TestDatabase;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestClient.Answer;
import nl.inzage.fhir.watch.Watch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows go wrong behind the server's back; a comparison finds them, mends them and tells. */
@OwnServerTest
class ReconcileTest {

    @Autowired
    private TestClient client;

    @Autowired
    private TestDatabase database;

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

    @LocalManagementPort
    private int port;

    private JdbcTemplate jdbc;
    private UpkeepStage stage;

    @BeforeEach
    void aDossierWithAPast() {
        watches.stream().filter(Watch::isRunning).forEach(Watch::stop);
        jdbc = new JdbcTemplate(dataSource);
        jdbc.update("update released.upkeep set asked = null, begun = null, holder = null, bodies = 0");
        stage = new UpkeepStage(jdbc, client);
        stage.stopClock();
        stage.live();
        reconcile();
        reconcile();
        assertThat(alarm()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from released.resource where id = '$alone'",
                "delete from released.resource where id = '$corrected' and version = 1",
                "delete from released.resource where id = '$corrected'; delete from released.link where source_id ="
                        + " '$corrected'; delete from released.dependence where id = '$corrected'",
                "delete from released.shared where id = '$role'; delete from released.shared_link",
                "delete from released.content where id = '$file'",
                "delete from released.neighbour where id = '$episode'",
                "delete from released.code where id = '$alone'",
                "update released.code set code = 'other' where id = '$alone'",
                "update released.code set patient = '$bram' where id = '$alone'",
                "update released.code set ordinary_from = '2020-01-01' where id = '$held'",
                "insert into released.code values ('nobody', 'Observation', '1', now(), '$left', 0)",
                "insert into released.gone values ('Observation', '$alone', 99);"
                        + " delete from released.resource where id = '$alone'"
            })
    void what_is_missing_or_shows_nothing_becomes_the_same_to_the_letter_and_is_counted(String fault) {
        Map<String, List<String>> before = stage.view();
        cause(fault);

        reconcile();

        stage.view().forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(before.get(table)));
        assertThat(book.page(UpkeepTask.RECONCILE).mended()).isPositive();
        assertThat(book.page(UpkeepTask.RECONCILE).remaining()).isZero();
        assertThat(alarm()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update released.resource set patient = '$bram' where id = '$alone'",
                "update released.resource set patient = '$bram' where id = '$alone';"
                        + " update released.link set patient = '$bram' where source_id = '$alone'",
                "update released.resource set version = 9 where id = '$alone'",
                "update released.resource set ordinary_from = '2020-01-01', early_from = '2020-01-01'"
                        + " where id = '$held'",
                "update released.resource set ordinary_until = 'infinity' where id = '$corrected' and version = 1",
                "update released.link set patient = '$bram' where source_id = '$letter'",
                "update released.link set ordinary_from = '2020-01-01' where source_id = '$held'",
                "delete from released.link where source_id = '$report' and target_type = 'Observation'",
                "update released.choice set version = 7 where consent = '$choice'",
                "insert into released.choice values ('nobody', 1, '$bram', 'linde', now(), true)",
                "insert into released.shared values ('Practitioner', '$left', 1, 'linde', now(), '{}')",
                "insert into released.resource select type, '$left', version, patient, hospital, clinical_from,"
                        + " clinical_until, updated, received, replaced, role, known_before, known, own_ordinary,"
                        + " own_early, own_reasons, ordinary_from, ordinary_until, early_from, early_until, reasons,"
                        + " policy, tokens, refs, body from released.resource where id = '$alone'"
            })
    void what_shows_too_much_is_mended_or_taken_away_at_once_and_raises_the_alarm_until_a_round_is_clean(String fault) {
        Map<String, List<String>> before = stage.view();
        cause(fault);

        reconcile();

        stage.view().forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(before.get(table)));
        assertThat(alarm()).isPositive();
        assertThat(gauge()).isPositive();
        assertThat(client.anonymous().get(actuator("health")).status()).isEqualTo(503);
        assertThat(client.anonymous().get(actuator("health/readiness")).status())
                .isEqualTo(200);
        reconcile();
        assertThat(alarm()).isZero();
        assertThat(client.anonymous().get(actuator("health")).status()).isEqualTo(200);
    }

    @Test
    void a_body_that_says_something_else_than_the_store_is_written_anew() {
        Map<String, List<String>> before = stage.view();
        cause("update released.resource set body = replace(body, '5.4', '9.9') where id = '$alone'");
        assertThat(stage.view()).isNotEqualTo(before);

        reconcile();

        assertThat(stage.view()).isEqualTo(before);
        assertThat(book.page(UpkeepTask.RECONCILE).last()).contains("rewritten 1");
    }

    @Test
    void what_was_removed_from_the_store_by_hand_is_hidden_with_all_its_versions() throws Exception {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("delete from fhir.hfj_resource where fhir_id = '" + stage.id("corrected") + "'");
            statement.execute(
                    "update fhir.hfj_resource set res_deleted_at = now() where fhir_id = '" + stage.id("held") + "'");
        }

        reconcile();

        assertThat(jdbc.queryForObject(
                        "select count(*) from released.resource where id in (?, ?)",
                        Long.class,
                        stage.id("corrected"),
                        stage.id("held")))
                .isZero();
        assertThat(book.page(UpkeepTask.RECONCILE).exposing()).isEqualTo(2);
    }

    @Test
    void one_node_at_a_time_compares_by_itself_when_it_rested_for_long_enough() {
        UpkeepBook other = new UpkeepBook(jdbc, "other");
        Optional<Duration> hour = Optional.of(Duration.ofHours(1));
        assertThat(other.take(UpkeepTask.RECONCILE, hour)).isFalse();
        stage.pass(Duration.ofHours(1));
        assertThat(other.take(UpkeepTask.RECONCILE, hour)).isTrue();
        assertThat(book.take(UpkeepTask.RECONCILE, hour)).isFalse();

        stage.pass(UpkeepBook.LEASE.plusSeconds(1));
        assertThat(book.take(UpkeepTask.RECONCILE, hour)).isTrue();
    }

    @Test
    void an_operator_asks_for_a_run_and_sees_how_far_it_is() {
        assertThat(start("reconcile")).isEqualTo(202);
        assertThat(start("reconcile")).isEqualTo(409);
        assertThat(start("everything")).isEqualTo(400);
        assertThat(state().json().at("/reconcile/state").asText()).isEqualTo("asked");

        upkeep.look();
        assertThat(state().json().at("/reconcile/state").asText()).isEqualTo("resting");
        assertThat(state().json().at("/reconcile/done").asLong()).isEqualTo(rebuild.size());
        assertThat(client.anonymous().get("/actuator/releasedview").status()).isIn(401, 403, 404);
    }

    private Answer state() {
        return client.anonymous().get(actuator("releasedview"));
    }

    private int start(String task) {
        return client.anonymous()
                .post(actuator("releasedview"), "{\"start\":\"" + task + "\"}", "Content-Type", "application/json")
                .status();
    }

    private double gauge() {
        return client.anonymous()
                .get(actuator("metrics/inzage.released.view.differences"))
                .json()
                .at("/measurements/0/value")
                .asDouble();
    }

    private String actuator(String endpoint) {
        return "http://localhost:" + port + "/actuator/" + endpoint;
    }

    private long alarm() {
        return book.page(UpkeepTask.RECONCILE).alarm();
    }

    private void cause(String fault) {
        for (String statement : fault.split(";", -1)) {
            assertThat(jdbc.update(statement.replaceAll("\\$([a-z]+)", stage.id("$1"))))
                    .as(statement)
                    .isPositive();
        }
    }

    private void reconcile() {
        assertThat(book.ask(UpkeepTask.RECONCILE)).isTrue();
        upkeep.look();
        assertThat(book.page(UpkeepTask.RECONCILE).begun()).isEmpty();
    }
}
