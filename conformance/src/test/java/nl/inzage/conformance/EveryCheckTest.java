package nl.inzage.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.inzage.conformance.app.AppClient;
import nl.inzage.conformance.app.ClientProof;
import nl.inzage.conformance.check.Options;
import nl.inzage.conformance.check.Run;
import nl.inzage.conformance.report.Outcome;
import nl.inzage.conformance.report.Report;
import nl.inzage.conformance.report.Requirement;
import nl.inzage.conformance.report.Requirements;
import nl.inzage.conformance.report.Result;
import nl.inzage.conformance.report.Status;
import nl.inzage.conformance.server.SmallServer;
import nl.inzage.conformance.web.Trust;
import nl.inzage.conformance.web.Web;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The checks, at a server that does all that is asked and at servers that each break one requirement: a check that could
 * not fail would be seen here. TLS has a test of its own.
 */
class EveryCheckTest {

    private static final Requirements REQUIREMENTS = Requirements.read();
    private static Web web;

    /** Judged by the same check as 1.2.01, at an address that this test cannot change. */
    private static final Set<String> TLS = Set.of("B16", "2.2.03", "2.2.06", "3.2.01");

    @BeforeAll
    static void connect() throws Exception {
        web = new Web(Trust.in(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "secret-app", "key-app"})
    void a_server_that_does_all_of_it_fails_nothing(String client) throws Exception {
        try (SmallServer server = SmallServer.breaking()) {
            Report report = run(server, client, REQUIREMENTS.groups());

            assertThat(report.results().stream().map(Result::requirement))
                    .containsExactlyInAnyOrderElementsOf(REQUIREMENTS.all());
            assertThat(of(report, Status.FAIL)).isEmpty();
            assertThat(report.isGood()).isTrue();
            assertThat(of(report, Status.SKIP))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Stream.of("1.2.01", "1.2.04", "B16", "2.2.03", "2.2.06", "3.2.01"),
                                    client.equals("app") ? Stream.of() : Stream.of("1.2.08", "2.2.10", "@17"))
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("whatAServerCanBreak")
    void a_server_that_breaks_one_requirement_is_seen_to(Requirement requirement) throws Exception {
        try (SmallServer server = SmallServer.breaking(requirement.id())) {
            Outcome outcome = run(server, "app", Set.of(requirement.group())).of(requirement.id());

            assertThat(outcome.status()).as(outcome.detail()).isEqualTo(Status.FAIL);
            assertThat(outcome.detail()).isNotBlank();
        }
    }

    static Stream<Requirement> whatAServerCanBreak() {
        return REQUIREMENTS.all().stream()
                .filter(requirement -> !requirement.group().equals("attested"))
                .filter(requirement -> !TLS.contains(requirement.id()));
    }

    private static Set<String> of(Report report, Status status) {
        return report.results().stream()
                .filter(result -> result.outcome().status() == status)
                .map(result -> result.requirement().id())
                .collect(Collectors.toSet());
    }

    private static Report run(SmallServer server, String client, Set<String> groups) throws Exception {
        int port = freePort();
        URI redirect = URI.create("http://127.0.0.1:" + port + "/callback");
        ClientProof key = new ClientProof.Key(SmallServer.CLIENT_KEY);
        ClientProof proof =
                switch (client) {
                    case "secret-app" -> new ClientProof.Secret("s3cret");
                    case "key-app" -> key;
                    default -> new ClientProof.None();
                };
        Options options = new Options(
                server.base(),
                Optional.of(new AppClient(
                        client, proof, redirect, "launch/patient openid fhirUser offline_access patient/*.rs")),
                true,
                Optional.of(new AppClient("system", key, redirect, "system/*.rs")),
                Optional.of(new AppClient("monitor", new ClientProof.Secret("m0nitor"), redirect, "")),
                groups,
                Duration.ofMillis(300),
                port,
                Optional.empty(),
                Optional.empty());
        Report report = new Report(REQUIREMENTS, groups, result -> {});
        new Run(options, web, new TestPerson(server), Clock.systemUTC()).into(report);
        return report;
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
