package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server says about itself is what it does. */
class DiscoveryTest {

    private final RunningServer server = RunningServer.shared();
    private final Browser browser = new Browser(server.issuer());

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"})
    void the_documents_advertise_what_is_offered_and_nothing_else(String path) {
        Answer answer = browser.get(path);
        JsonNode document = answer.json();

        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(document.get("issuer").asText()).isEqualTo(server.issuer().toString());
        assertThat(texts(document.get("grant_types_supported")))
                .containsExactlyInAnyOrder("authorization_code", "refresh_token", "client_credentials");
        assertThat(texts(document.get("code_challenge_methods_supported"))).containsExactly("S256");
        assertThat(texts(document.get("token_endpoint_auth_methods_supported")))
                .containsExactlyInAnyOrder("client_secret_basic", "private_key_jwt", "none");
        assertThat(texts(document.get("token_endpoint_auth_signing_alg_values_supported")))
                .containsExactlyInAnyOrder("RS384", "ES384");
        assertThat(document.get("management_endpoint").asText()).isEqualTo(server.issuer() + "/apps");
        assertThat(document.has("device_authorization_endpoint")).isFalse();
        assertThat(document.has("userinfo_endpoint")).isFalse();
        assertThat(document.has("tls_client_certificate_bound_access_tokens")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/device_authorization",
                "/oauth2/device_verification",
                "/oauth2/par",
                "/userinfo",
                "/connect/register"
            })
    void what_is_not_offered_is_not_there(String path) {
        assertThat(browser.get(path).status()).isEqualTo(404);
        assertThat(browser.post(path, Map.of("client_id", "portal")).status()).isEqualTo(404);
    }

    @Test
    void any_site_may_read_the_discovery_and_registered_apps_the_token_endpoint() {
        Map<String, String> elsewhere = Map.of("Origin", "https://elsewhere.example");
        Map<String, String> app = Map.of("Origin", "http://127.0.0.1:7777");

        assertThat(browser.get("/.well-known/openid-configuration", elsewhere).header("Access-Control-Allow-Origin"))
                .isEqualTo("*");
        assertThat(browser.preflight("/oauth2/token", app).header("Access-Control-Allow-Origin"))
                .isEqualTo("http://127.0.0.1:7777");
        assertThat(browser.preflight("/oauth2/token", elsewhere).status()).isEqualTo(403);
        assertThat(browser.preflight("/oauth2/token", app).header("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void a_client_may_ask_about_its_own_tokens_and_a_stranger_learns_nothing() {
        App portal = App.portal(server);
        Answer token = portal.redeem(new Journey(server).codeFor(portal, People.EVA));
        Map<String, String> question =
                Map.of("token", token.json().get("access_token").asText());

        JsonNode own = portal.post("/oauth2/introspect", question).json();

        assertThat(own.get("active").asBoolean()).isTrue();
        assertThat(own.get("patient").asText()).isEqualTo(People.EVA.fhirId());
        assertThat(own.get("client_id").asText()).isEqualTo("portal");
        assertThat(own.get("scope").asText().split(" "))
                .containsExactlyInAnyOrder(token.json().get("scope").asText().split(" "));
        assertThat(portal.post("/oauth2/introspect", Map.of("token", "nonsense"))
                        .body())
                .isEqualTo("{\"active\":false}");
        assertThat(App.groei(server).post("/oauth2/introspect", question).status())
                .isEqualTo(401);
        assertThat(browser.post("/oauth2/introspect", question).status()).isEqualTo(401);
    }

    @Test
    void health_is_told_on_the_management_port_only() {
        Answer health = new Browser(server.management())
                .get("/actuator/health/readiness", Map.of("Accept", "application/json"));

        assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(new Browser(server.management()).get("/actuator/env").status())
                .isNotEqualTo(200);
        assertThat(browser.get("/actuator/health").status()).isNotEqualTo(200);
    }

    @Test
    void an_unknown_page_is_answered_in_plain_dutch_to_who_is_logged_in() {
        Journey journey = new Journey(server);
        journey.logIn(People.EVA);

        Answer answer = journey.browser().get("/bestaat-niet");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("Deze pagina bestaat niet").contains("Ziekenhuis De Linde");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
