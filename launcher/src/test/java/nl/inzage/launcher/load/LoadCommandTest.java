package nl.inzage.launcher.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.inzage.launcher.load.HospitalServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code load} does with a folder, a server that is not always willing, and an earlier run. */
class LoadCommandTest {

    private static final String OUTCOME =
            """
            {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"invalid",
            "diagnostics":"A BSN has nine digits","expression":["Patient.identifier[0]"]}]}""";

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private final MovableClock clock = new MovableClock();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private HospitalServer server;

    @BeforeEach
    void start() throws Exception {
        server = new HospitalServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void every_kind_of_file_arrives_as_a_transaction() throws Exception {
        write("a.json", transaction("a"));
        write("b.xml", "<Patient xmlns=\"http://hl7.org/fhir\"><id value=\"b\"/></Patient>");
        write("c.ndjson", patient("c1") + "\n\n" + patient("c2") + "\n");
        write(
                "deeper/d.json",
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":" + patient("d")
                        + "}]}");
        write("notes.txt", "not for the server");

        LoadSummary summary = load(LoadOptions.USUAL);

        assertThat(summary)
                .extracting(LoadSummary::accepted, LoadSummary::resources)
                .containsExactly(4, 5L);
        assertThat(server.received).hasSize(4).allMatch(body -> body.contains("transaction"));
        assertThat(server.received).anyMatch(body -> body.equals(transaction("a")));
        assertThat(server.received)
                .anyMatch(body -> body.contains("\"Patient/c1\"") && body.contains("\"Patient/c2\""));
        assertThat(summary.exitCode()).isZero();
    }

    @Test
    void hospitals_and_practitioners_go_before_patients() throws Exception {
        write("Aaron_1.json", transaction("aaron"));
        write("practitionerInformation1.json", transaction("practitioners"));
        write("hospitalInformation1.json", transaction("hospitals"));

        load(LoadOptions.USUAL);

        assertThat(server.received)
                .containsExactly(transaction("hospitals"), transaction("practitioners"), transaction("aaron"));
    }

    @Test
    void what_is_refused_is_reported_with_the_reason_and_the_rest_goes_on() throws Exception {
        write("bad.json", transaction("bad"));
        write("good.json", transaction("good"));
        server.behaviour = (number, body) ->
                body.contains("bad") ? new Reply(422, OUTCOME) : new Reply(200, HospitalServer.accepted(body));

        LoadSummary summary = load(LoadOptions.USUAL);

        assertThat(summary.exitCode()).isOne();
        assertThat(summary)
                .extracting(LoadSummary::accepted, LoadSummary::refused)
                .containsExactly(1, 1);
        assertThat(report())
                .anyMatch(line -> line.contains("bad.json")
                        && line.contains("\"REFUSED\"")
                        && line.contains("Patient.identifier[0]: A BSN has nine digits"));
    }

    @Test
    void an_entry_that_was_not_stored_counts() throws Exception {
        write("a.json", transaction("x"));
        server.behaviour = (number, body) -> new Reply(
                200,
                "{\"resourceType\":\"Bundle\",\"entry\":[{\"response\":{\"status\":\"422\",\"outcome\":" + OUTCOME
                        + "}}]}");

        assertThat(load(LoadOptions.USUAL).refused()).isOne();
        assertThat(report()).anyMatch(line -> line.contains("entry 1: 422 Patient.identifier[0]"));
    }

    @Test
    void a_busy_server_is_asked_again_later() throws Exception {
        write("a.json", transaction("a"));
        server.behaviour =
                (number, body) -> number < 3 ? new Reply(503, "busy") : new Reply(200, HospitalServer.accepted(body));

        assertThat(load(LoadOptions.USUAL).accepted()).isOne();
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void after_a_lost_connection_only_what_may_be_repeated_is_repeated() throws Exception {
        write("a-repeatable.json", transaction("repeatable"));
        write("b-once.json", transaction("once").replace("PUT", "POST"));
        List<String> seen = new ArrayList<>();
        server.behaviour = (number, body) -> {
            boolean again = seen.contains(body);
            seen.add(body);
            return again ? new Reply(200, HospitalServer.accepted(body)) : new Reply(0, "");
        };

        LoadSummary first = load(new LoadOptions(1, true, false));
        LoadSummary second = load(new LoadOptions(1, true, false));
        LoadSummary third = load(new LoadOptions(1, true, true));

        assertThat(first).extracting(LoadSummary::accepted, LoadSummary::unsure).containsExactly(1, 1);
        assertThat(second).extracting(LoadSummary::skipped, LoadSummary::unsure).containsExactly(1, 1);
        assertThat(third)
                .extracting(LoadSummary::skipped, LoadSummary::accepted)
                .containsExactly(1, 1);
    }

    @Test
    void a_second_run_sends_what_was_refused_or_changed_and_nothing_else() throws Exception {
        write("bad.json", transaction("bad"));
        write("changes.json", transaction("before"));
        write("good.json", transaction("good"));
        server.behaviour = (number, body) ->
                body.contains("bad") ? new Reply(422, OUTCOME) : new Reply(200, HospitalServer.accepted(body));
        load(LoadOptions.USUAL);
        server.received.clear();
        server.behaviour = HospitalServer.Behaviour.ACCEPT;
        write("changes.json", transaction("after"));

        LoadSummary summary = load(LoadOptions.USUAL);

        assertThat(server.received).containsExactlyInAnyOrder(transaction("bad"), transaction("after"));
        assertThat(summary)
                .extracting(LoadSummary::accepted, LoadSummary::skipped)
                .containsExactly(2, 1);
    }

    @Test
    void a_report_that_was_cut_off_in_a_line_is_gone_on_from() throws Exception {
        write("a.json", transaction("a"));
        load(LoadOptions.USUAL);
        Files.writeString(data.resolve("report.ndjson"), "{\"target\":\"http", java.nio.file.StandardOpenOption.APPEND);
        write("b.json", transaction("b"));

        assertThat(load(LoadOptions.USUAL))
                .extracting(LoadSummary::accepted, LoadSummary::skipped)
                .containsExactly(1, 1);
        assertThat(load(LoadOptions.USUAL).skipped()).isEqualTo(2);
    }

    @Test
    void a_token_that_is_not_accepted_once_is_renewed() throws Exception {
        write("a.json", transaction("a"));
        server.behaviour =
                (number, body) -> number == 1 ? new Reply(401, "") : new Reply(200, HospitalServer.accepted(body));

        assertThat(load(LoadOptions.USUAL).accepted()).isOne();
        assertThat(server.bearers).containsExactly("Bearer token-1", "Bearer token-2");
    }

    @Test
    void what_is_no_dossier_is_refused_here() throws Exception {
        write("a.json", "{\"name\":\"package\"}");
        write("b.json", "[1, 2]");
        write("c.json", "{\"resourceType\":\"Bundle\",\"type\":\"message\",\"entry\":[]}");
        write("d.ndjson", "{\"resourceType\":\"Sandwich\"}");
        write("e.xml", "<html");

        assertThat(load(LoadOptions.USUAL).refused()).isEqualTo(5);
        assertThat(server.received).isEmpty();
        assertThat(report()).hasSize(5).anyMatch(line -> line.contains("a bundle of type message"));
    }

    @Test
    void a_folder_that_is_not_there_is_told_in_a_sentence() throws Exception {
        int exit = command().run(folder.resolve("nothing"), LoadOptions.USUAL, Progress.on(print(), false), print());

        assertThat(exit).isNotZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("There is no folder");
    }

    @Test
    void a_server_that_is_not_there_is_told_in_a_sentence() throws Exception {
        write("a.json", transaction("a"));
        server.close();

        int exit = command().run(folder, LoadOptions.USUAL, Progress.on(print(), false), print());

        assertThat(exit).isOne();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith(
                        "Loading stopped: no connection to " + server.target().base());
        assertThat(pauses).hasSize(6);
    }

    @Test
    void the_command_says_what_came_of_it_and_where_to_read_why() throws Exception {
        write("a.json", transaction("a"));
        write("b.json", transaction("bad"));
        server.behaviour = (number, body) ->
                body.contains("bad") ? new Reply(413, "") : new Reply(200, HospitalServer.accepted(body));

        int exit = command().run(folder, LoadOptions.USUAL, Progress.on(print(), false), print());

        assertThat(exit).isOne();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("1 files with 1 resources stored", "1 REFUSED", "413 (too large for the server)")
                .contains("Why: see " + data.resolve("report.ndjson"));
    }

    @Test
    void the_progress_fits_where_it_goes() throws Exception {
        write("a.json", transaction("a"));
        Progress bar = Progress.on(print(), true);
        bar.begin(2);
        bar.done("a.json", 3, "");
        bar.done("b.json", 0, "REFUSED: 422");
        bar.end();
        load(LoadOptions.USUAL);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("[################................] 1/2 files, 3 resources", "REFUSED: 422", "  1/1  ");
    }

    private LoadSummary load(LoadOptions options) throws Exception {
        return pusher(options).pushFolder(folder, Progress.on(print(), false));
    }

    private LoadCommand command() throws Exception {
        return new LoadCommand(server.target(), key(), data.resolve("report.ndjson"), clock, new Backoff(pauses::add));
    }

    private Pusher pusher(LoadOptions options) throws Exception {
        Backoff backoff = new Backoff(pauses::add);
        return new Pusher(server.target(), key(), data.resolve("report.ndjson"), options, clock, backoff);
    }

    private SystemClientKey key() throws Exception {
        return SystemClientKey.in(data, "demo-ehr");
    }

    private PrintStream print() {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    private List<String> report() throws Exception {
        return Files.readAllLines(data.resolve("report.ndjson"));
    }

    private void write(String name, String content) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static String patient(String id) {
        return "{\"resourceType\":\"Patient\",\"id\":\"" + id + "\"}";
    }

    private static String transaction(String id) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":" + patient(id)
                + ",\"request\":{\"method\":\"PUT\",\"url\":\"Patient/" + id + "\"}}]}";
    }
}
