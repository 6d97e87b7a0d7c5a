package nl.inzage.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.inzage.conformance.app.ClientProof;
import nl.inzage.conformance.check.Options;
import nl.inzage.conformance.report.Requirements;
import nl.inzage.conformance.server.SmallServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as somebody at a terminal meets it. */
class ConformanceTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void without_options_it_judges_what_anyone_can_ask(@TempDir Path folder) throws Exception {
        try (SmallServer server = SmallServer.breaking("B01e")) {
            Path json = folder.resolve("results.ndjson");

            assertThat(run(server.base() + "/", "--json", json.toString())).isZero();

            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains("1.1.01                 PASS   MUST     smart-configuration is JSON")
                    .contains(
                            "B01e                   FAIL   SHOULD   every capability of launch from an EHR, where launch-ehr is offered: missing: context-banner")
                    .contains("1.2.02                 SKIP   MUST")
                    .contains("1 fail (0 of them a MUST)");
            List<String> lines = Files.readAllLines(json);
            assertThat(lines).hasSameSizeAs(Requirements.read().all());
            assertThat(new ObjectMapper().readTree(lines.get(0)).path("status").asText())
                    .isEqualTo("PASS");
        }
    }

    @Test
    void a_must_that_fails_is_told_by_its_status() throws Exception {
        try (SmallServer server = SmallServer.breaking("B02")) {
            assertThat(run(server.base().toString(), "--groups", "discovery")).isEqualTo(1);
        }
    }

    @Test
    void a_page_instead_of_a_server_is_told_in_a_sentence() throws Exception {
        try (SmallServer server = SmallServer.breaking()) {
            assertThat(run(server.issuer() + "/page")).isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("a web page or XML", "Is this the FHIR base");
        }
    }

    @Test
    void nobody_there_is_told_in_a_sentence() throws Exception {
        assertThat(run("http://127.0.0.1:1/fhir")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no answer from http://127.0.0.1:1/fhir");
    }

    @Test
    void a_wrong_option_is_told_with_the_right_ones() throws Exception {
        for (String[] wrong : new String[][] {
            {},
            {"fhir"},
            {"http://localhost/fhir", "--colour", "red"},
            {"http://localhost/fhir", "--groups", "all"},
            {"http://localhost/fhir", "--wait", "long"},
            {"http://localhost/fhir", "--system-id", "ehr"},
            {"http://localhost/fhir", "--json"},
        }) {
            assertThat(run(wrong)).isEqualTo(2);
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage: ./inzage conformance");
    }

    @Test
    void options_come_from_a_file_too_and_arguments_go_before_it(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("settings"), "client-id=app\nclient-secret=s\nscope=openid\nredirect-port=9999\n");

        Options options = OptionsReader.read(
                List.of("https://fhir.example/fhir/", "--settings", file.toString(), "--redirect-port", "8888"),
                Requirements.read().groups());

        assertThat(options.base()).hasToString("https://fhir.example/fhir");
        assertThat(options.app()).hasValueSatisfying(app -> {
            assertThat(app.proof()).isEqualTo(new ClientProof.Secret("s"));
            assertThat(app.redirectUri()).hasToString("http://127.0.0.1:8888/callback");
            assertThat(app.scope()).isEqualTo("openid");
            assertThat(app.toString()).doesNotContain("=s]");
        });
    }

    @Test
    void a_public_key_is_no_proof(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("key"), SmallServer.CLIENT_KEY.toPublicJWK().toJSONString());

        assertThatThrownBy(() -> OptionsReader.read(
                        List.of("https://fhir.example", "--system-id", "ehr", "--system-key", file.toString()),
                        Requirements.read().groups()))
                .isInstanceOf(OptionsRefused.class)
                .hasMessageContaining("no private key");
    }

    private int run(String... arguments) throws InterruptedException {
        return new Conformance(
                        System.in,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }
}
