package nl.inzage.launcher.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import nl.inzage.browser.Chromium;
import nl.inzage.conformance.app.AppClient;
import nl.inzage.conformance.app.ClientProof;
import nl.inzage.conformance.app.Tester;
import nl.inzage.conformance.app.Wish;
import nl.inzage.conformance.check.Options;
import nl.inzage.conformance.check.Run;
import nl.inzage.conformance.report.Report;
import nl.inzage.conformance.report.Requirements;
import nl.inzage.conformance.report.Result;
import nl.inzage.conformance.report.Status;
import nl.inzage.conformance.web.Trust;
import nl.inzage.conformance.web.Web;
import nl.inzage.launcher.Addresses;
import nl.inzage.launcher.RunningDossier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The running demo, held against all that the conformance runner asks: docs/conformance.md. */
@ExtendWith({Chromium.class, RunningDossier.class})
class SmartConformanceTest {

    private static final Requirements REQUIREMENTS = Requirements.read();
    private static final String SCOPE = "launch/patient openid fhirUser offline_access patient/*.rs";

    @Test
    void a_public_app_at_the_narrow_door_finds_all_that_it_must(Browser browser, Addresses addresses, Path data)
            throws Exception {
        AppClient app = new AppClient("conformance", new ClientProof.None(), redirect(addresses), SCOPE);
        try (BrowserTester hendrik = new BrowserTester(browser, addresses)) {
            Report report = run(
                    options(addresses, "/fhir", Optional.of(app), Optional.empty(), REQUIREMENTS.groups(), data),
                    hendrik);

            assertThat(failingMusts(report)).isEmpty();
            assertThat(of(report, Status.PASS))
                    .contains("1.1.01", "1.2.06", "1.3.07", "1.4.02", "1.5.02", "4.3.01", "brands.valid_brands")
                    .contains("B03", "B05", "B06", "B08", "B09", "B10", "B12c", "B14", "A3.code", "A3.refresh", "@54");
        }
    }

    @Test
    void an_app_with_a_key_at_the_narrow_door_gets_its_tokens_too(Browser browser, Addresses addresses, Path data)
            throws Exception {
        AppClient app = new AppClient("conformance-key", key(data, "conformance-key"), redirect(addresses), SCOPE);
        try (BrowserTester hendrik = new BrowserTester(browser, addresses)) {
            Report report = run(
                    options(
                            addresses,
                            "/fhir",
                            Optional.of(app),
                            Optional.empty(),
                            Set.of("launch", "openid", "refresh", "introspection"),
                            data),
                    hendrik);

            assertThat(failingMusts(report)).isEmpty();
            assertThat(of(report, Status.PASS)).contains("1.2.05", "1.3.06", "1.4.01", "1.5.01", "4.3.01");
        }
    }

    @Test
    void a_system_at_the_full_door_gets_its_token_and_nobody_else_does(Addresses addresses, Path data)
            throws Exception {
        AppClient system = new AppClient("demo-ehr", key(data, "demo-ehr"), redirect(addresses), "system/*.cruds");

        Report report = run(
                options(addresses, "/ehr", Optional.empty(), Optional.of(system), Set.of("discovery", "backend"), data),
                new Nobody());

        assertThat(failingMusts(report)).isEmpty();
        assertThat(of(report, Status.PASS)).contains("3.2.02", "3.2.05", "A3.signature", "A3.jti", "A3.ahead", "@251");
    }

    /** Where nobody is asked to do anything. */
    private static final class Nobody implements Tester {

        @Override
        public boolean visit(URI address, Wish wish) {
            return false;
        }

        @Override
        public Optional<Boolean> ask(String question) {
            return Optional.empty();
        }
    }

    private static Report run(Options options, Tester tester) throws Exception {
        Report report = new Report(REQUIREMENTS, options.groups(), result -> System.out.println(result.line()));
        new Run(options, new Web(Trust.in(Optional.empty())), tester, Clock.systemUTC()).into(report);
        return report;
    }

    private static Options options(
            Addresses addresses,
            String door,
            Optional<AppClient> app,
            Optional<AppClient> system,
            Set<String> groups,
            Path data)
            throws IOException {
        return new Options(
                URI.create(addresses.fhir() + door),
                app,
                groups.contains("ehr"),
                system,
                Optional.of(new AppClient("fhir-server", secret(data), redirect(addresses), "")),
                groups,
                Duration.ofSeconds(10),
                addresses.conformance().getPort(),
                Optional.empty(),
                Optional.empty());
    }

    private static URI redirect(Addresses addresses) {
        return addresses.conformance().resolve("/callback");
    }

    private static ClientProof key(Path data, String client) throws IOException, ParseException {
        return new ClientProof.Key(JWK.parse(Files.readString(data.resolve(client + ".jwk"))));
    }

    private static ClientProof secret(Path data) throws IOException {
        Properties secrets = new Properties();
        try (Reader file = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(file);
        }
        return new ClientProof.Secret(secrets.getProperty("INZAGE_INTROSPECTION_SECRET"));
    }

    private static List<String> failingMusts(Report report) {
        return report.results().stream()
                .filter(Result::breaksAMust)
                .map(result -> result.requirement().id())
                .toList();
    }

    private static List<String> of(Report report, Status status) {
        return report.results().stream()
                .filter(result -> result.outcome().status() == status)
                .map(result -> result.requirement().id())
                .toList();
    }
}
