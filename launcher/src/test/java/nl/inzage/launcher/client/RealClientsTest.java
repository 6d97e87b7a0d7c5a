package nl.inzage.launcher.client;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.io.Reader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import nl.inzage.browser.Chromium;
import nl.inzage.launcher.Addresses;
import nl.inzage.launcher.RunningDossier;
import nl.inzage.launcher.demo.DemoDossiers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Client libraries that other people wrote, unmodified, against the running product. */
@ExtendWith({RealClients.class, Chromium.class, RunningDossier.class})
class RealClientsTest {

    private static AppUser anna;

    @BeforeAll
    static void anna_logs_in_once(Browser browser, Addresses addresses) {
        anna = AppUser.loggedIn(browser, addresses);
    }

    @AfterAll
    static void nothing_left_this_machine() {
        try (AppUser user = anna) {
            assertThat(user.elsewhere()).isEmpty();
        }
    }

    @Test
    void fhirclient_draws_a_growth_chart_and_refreshes(Addresses addresses) throws IOException {
        try (AppPages pages = AppPages.at(addresses.app())) {
            anna.allows(pages.page("/growth-chart/launch.html?iss=") + encoded(addresses.fhirBase()));
            JsonNode chart = anna.reads();

            assertThat(chart.get("family").asText()).isEqualTo("Visser");
            assertThat(chart.get("measurements").asInt()).isGreaterThan(5);
            assertThat(chart.get("codes")).extracting(JsonNode::asText).contains("29463-7");
            assertThat(chart.get("patients"))
                    .extracting(JsonNode::asText)
                    .containsExactly("Patient/" + chart.get("patient").asText());
            assertThat(chart.get("patientOfToken")).isEqualTo(chart.get("patient"));
            assertThat(chart.get("familyHistory").asInt())
                    .as("a type without a scope")
                    .isEqualTo(403);
            assertThat(chart.get("scope").asText().split(" "))
                    .as("in the words in which it was asked")
                    .containsExactlyInAnyOrder("patient/Observation.read", "patient/Patient.read", "offline_access");
            assertThat(chart.get("otherToken").asBoolean()).isTrue();
            assertThat(chart.get("again")).isEqualTo(chart.get("patient"));
        }
    }

    @Test
    void oidc_client_ts_logs_in_renews_and_signs_out(Browser browser, Addresses addresses) throws IOException {
        try (AppPages pages = AppPages.at(addresses.app());
                AppUser other = AppUser.loggedIn(browser, addresses)) {
            other.allows(pages.page("/oidc/?issuer=") + encoded(addresses.issuer()) + "&fhir="
                    + encoded(addresses.fhirBase()));
            JsonNode user = other.reads();

            assertThat(user.get("fhirUser").asText())
                    .isEqualTo(addresses.fhirBase() + "/" + user.get("person").asText());
            assertThat(user.get("otherToken").asBoolean()).isTrue();
            assertThat(user.get("afterRenewal").asInt()).isEqualTo(200);

            other.presses("Sign out");
            assertThat(other.page()).hasTitle("Signed out");
            other.page().navigate(addresses.issuer().resolve("/account").toString());
            assertThat(other.page()).hasTitle("Inloggen - Inzage");
        }
    }

    @Test
    void openid_client_logs_in_with_a_secret_refreshes_and_revokes(Addresses addresses, Path data) throws Exception {
        Map<String, String> secret = Map.of("CLIENT_SECRET", secret(data, "INZAGE_DEMO_APP_SECRET"));
        try (NodeApp app = NodeApp.start("openid-client.mjs", addresses, secret)) {
            anna.allows(app.step().get("open").asText());
            JsonNode found = app.step();

            assertThat(found.get("patient").asText())
                    .isEqualTo("Patient/" + found.get("launchContext").asText());
            assertThat(found.get("active").asBoolean()).isTrue();
            assertThat(found.get("introspectedScope").asText().split(" "))
                    .containsExactlyInAnyOrder(found.get("scope").asText().split(" "));
            assertThat(found.get("afterRevocation").asBoolean()).isFalse();
            assertThat(found.get("refused").asText()).isEqualTo("invalid_grant");
        }
    }

    @Test
    void appauth_logs_in_on_a_loopback_address(Addresses addresses) throws Exception {
        Path opened = Path.of("target", "opened-by-appauth").toAbsolutePath();
        Files.deleteIfExists(opened);
        Map<String, String> browser = Map.of(
                "PATH", RealClients.FOLDER.resolve("bin") + ":" + System.getenv("PATH"), "OPENED", opened.toString());
        try (NodeApp app = NodeApp.start("appauth.cjs", addresses, browser)) {
            anna.allows(whenWritten(opened));
            JsonNode found = app.step();

            assertThat(found.get("rotated").asBoolean()).isTrue();
            assertThat(found.get("status").asInt()).isEqualTo(200);
            assertThat(found.get("patients").asInt()).isEqualTo(1);
        }
    }

    private static String whenWritten(Path file) throws IOException, InterruptedException {
        for (int tries = 0; tries < 200; tries++) {
            if (Files.exists(file) && Files.size(file) > 0) {
                return Files.readString(file).strip();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("AppAuth opened no browser");
    }

    @Test
    void oauth4webapi_gets_a_token_for_a_hospitals_system(Addresses addresses, Path data) throws Exception {
        Map<String, String> key = Map.of(
                "KEY_FILE", data.resolve(DemoDossiers.CLIENT_ID + ".jwk").toString(),
                "CLIENT_ID", DemoDossiers.CLIENT_ID,
                "EHR", addresses.fhir().resolve("/ehr").toString());
        try (NodeApp system = NodeApp.start("oauth4webapi.mjs", addresses, key)) {
            JsonNode found = system.step();

            assertThat(found.get("scope").asText()).isEqualTo("system/Patient.rs");
            assertThat(found.get("lifetime").asInt()).isBetween(1, 300);
            assertThat(found.get("refreshToken").isNull()).isTrue();
            assertThat(found.get("status").asInt()).isEqualTo(200);
            assertThat(found.get("type").asText()).isEqualTo("Bundle");
            assertThat(found.get("refused").asText()).isEqualTo("invalid_client");
        }
    }

    private static String secret(Path data, String name) throws IOException {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(reader);
        }
        return secrets.getProperty(name);
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }
}
