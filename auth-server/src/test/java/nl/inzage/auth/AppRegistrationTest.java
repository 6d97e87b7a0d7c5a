package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.DeveloperAtWork;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.TestClients;
import nl.inzage.auth.support.TestKeys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a developer registers, and what of it is refused. */
class AppRegistrationTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static DeveloperAtWork developer;

    @BeforeAll
    static void comeIn() {
        SERVER.forgetAttempts();
        developer = new DeveloperAtWork("maker@meetapp.example", SERVER).comesIn();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "name; M",
                "name; Meet<b>app",
                "name; Мeetapp",
                "name; Meet  app",
                "name; -Meetapp",
                "name; Inzage portaal",
                "name; lnzage portaal",
                "name; Groeicurve",
                "name; GROE1 CURVE",
                "name; Mijn Inzage",
                "name; Mijn Ðossier",
                "name; ZØrgapp",
                "name; Groeicürve",
                "organisation; x",
                "organisation; <script>",
                "organisation; Ðe Makers",
                "organisation; Мeetapp B.V.",
                "organisation; Mijn lnzage",
                "organisation; Ziekenhuis de Llnde",
                "organisation; UMC-Utrecht B.V.",
                "website; http://www.meetapp.example",
                "website; https://",
                "website; https://u:p@meetapp.example",
                "website; javascript:alert(1)",
                "purpose; kort",
                "kind; telepathie",
                "redirectUris; ''",
                "redirectUris; http://app.meetapp.example/terug",
                "redirectUris; https://app.meetapp.example/#terug",
                "redirectUris; https://*.meetapp.example/",
                "redirectUris; javascript:alert(1)",
                "redirectUris; meetapp:/terug",
                "redirectUris; https://a.example/ https://b.example/ https://c.example/ https://d.example/ https://e.example/ https://f.example/",
                "redirectUris; https://meetäpp.example/",
                "origins; https://app.meetapp.example/",
                "origins; https://app.meetapp.example:443",
                "origins; http://app.meetapp.example",
                "origins; https://APP.meetapp.example",
                "origins; *",
                "origins; null"
            })
    void each_mistake_is_told_beside_its_field(String field, String typed) {
        Answer answer = developer.sends(with(field, typed));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("id=\"" + field + "-error\"").doesNotContain("<script>", "Meet<b>");
        assertThat(SERVER.count("client where name like 'Proefapp%'")).isZero();
    }

    private static Map<String, String> with(String field, String typed) {
        Map<String, String> fields = new LinkedHashMap<>(DeveloperAtWork.fields("Proefapp"));
        fields.put(field, typed);
        return fields;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "system/Observation.rs",
                "user/Observation.rs",
                "patient/Observation.cruds",
                "launch",
                "patient/*.*"
            })
    void a_scope_that_is_not_in_the_list_is_refused(String scope) {
        developer.browser().get("/ontwikkelaars/nieuw");

        Answer answer = developer
                .browser()
                .submit("/ontwikkelaars/nieuw", DeveloperAtWork.fields("Proefapp"), "scopes", "openid", scope);

        assertThat(answer.body()).contains("id=\"scopes-error\"");
    }

    @Test
    void keys_are_pasted_and_never_private() {
        Map<String, String> fields = with("kind", "keys");
        fields.put("name", "Sleutelapp");
        fields.put("jwks", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}");
        assertThat(developer.sends(fields).body()).contains("id=\"jwks-error\"");
        fields.put("jwks", "https://app.meetapp.example/jwks.json");
        assertThat(developer.sends(fields).body()).contains("id=\"jwks-error\"");
        fields.put("jwks", TestKeys.ecKeySet());

        Answer made = developer.sends(fields);

        String client = DeveloperAtWork.clientId(made);
        assertThat(made.body()).doesNotContain("id=\"geheim\"");
        assertThat(SERVER.count(
                        "client where client_id = '" + client + "' and jwks is not null and secret_hash is null"))
                .isOne();
        developer.withdraws(client);
    }

    @Test
    void a_secret_is_shown_once_kept_as_a_hash_and_replaced() {
        Map<String, String> fields = with("kind", "server");
        fields.put("name", "Serverapp");
        Answer made = developer.sends(fields);
        String client = DeveloperAtWork.clientId(made);
        String first = DeveloperAtWork.secret(made);
        assertThat(first).hasSizeGreaterThanOrEqualTo(43);
        assertThat(developer.browser().get("/ontwikkelaars/app?id=" + client).body())
                .doesNotContain(first);
        assertThat(SERVER.text("select secret_hash from client where client_id = '" + client + "'"))
                .hasSize(64)
                .isNotEqualTo(first);
        assertThat(nonsense(client, first)).isEqualTo("400 invalid_grant");

        Answer renewed = renews(client);
        String second = DeveloperAtWork.secret(renewed);

        assertThat(nonsense(client, first)).isEqualTo("401 invalid_client");
        assertThat(nonsense(client, second)).isEqualTo("400 invalid_grant");
        developer.withdraws(client);
        assertThat(nonsense(client, second)).isEqualTo("401 invalid_client");
    }

    private Answer renews(String client) {
        String form = DeveloperAtWork.hidden(developer.browser().get("/ontwikkelaars/app?id=" + client), "form");
        Map<String, String> fields = Map.of("id", client, "form", form);
        Answer renewed = developer.browser().submit("/ontwikkelaars/app/geheim", fields);
        assertThat(developer
                        .browser()
                        .submit("/ontwikkelaars/app/geheim", fields)
                        .body())
                .as("a reload makes no other secret")
                .contains("al gemaakt")
                .doesNotContain("id=\"geheim\"");
        return renewed;
    }

    private String nonsense(String client, String secret) {
        return Tokens.error(
                App.registered(SERVER, client, secret, DeveloperAtWork.REDIRECT).redeem("nonsense"));
    }

    @Test
    void a_reload_registers_no_second_app() {
        developer.browser().get("/ontwikkelaars/nieuw");
        Map<String, String> fields = with("name", "Herlaadapp");
        fields.put("form", "11111111-2222-3333-4444-555555555555");
        String[] scopes = {"openid"};
        String client =
                DeveloperAtWork.clientId(developer.browser().submit("/ontwikkelaars/nieuw", fields, "scopes", scopes));

        assertThat(developer
                        .browser()
                        .submit("/ontwikkelaars/nieuw", fields, "scopes", scopes)
                        .location())
                .isEqualTo("/ontwikkelaars");

        assertThat(SERVER.count("client where name = 'Herlaadapp'")).isOne();
        developer.withdraws(client);
    }

    @Test
    void an_app_of_somebody_else_is_not_there() {
        String client = developer.registers("Geheime app");
        DeveloperAtWork other = new DeveloperAtWork("ander@elders.example", SERVER).comesIn();
        Browser browser = other.browser();

        for (String id : List.of(client, "portal", "app-0000", "")) {
            assertThat(browser.get("/ontwikkelaars/app?id=" + id).status()).isEqualTo(404);
            assertThat(browser.get("/ontwikkelaars/app/wijzigen?id=" + id).status())
                    .isEqualTo(404);
            for (String form : List.of("geheim", "vragen", "intrekken", "wijzigen")) {
                browser.get("/ontwikkelaars");
                assertThat(browser.submit("/ontwikkelaars/app/" + form, Map.of("id", id, "sure", "ja", "version", "1"))
                                .status())
                        .isEqualTo(404);
            }
        }
        assertThat(browser.get("/ontwikkelaars").body()).doesNotContain("Geheime app");
        assertThat(SERVER.count("developer_app where client_id = '" + client
                        + "' and version = 1 and asked_version is null and withdrawn_at is null"))
                .isOne();
        developer.withdraws(client);
    }

    @Test
    void nobody_has_more_than_ten_apps() {
        DeveloperAtWork busy = new DeveloperAtWork("veel@elders.example", SERVER).comesIn();
        String first = busy.registers("Reeks A");
        for (int app = 1; app < 10; app++) {
            busy.registers("Reeks " + (char) ('A' + app));
        }
        busy.withdraws(first);

        assertThat(busy.sends(DeveloperAtWork.fields("Reeks Z")).body())
                .as("what was withdrawn just now counts")
                .contains("al 10 apps");
        assertThat(SERVER.count("client where name like 'Reeks %'")).isEqualTo(10);

        SERVER.sql("update developer_app set withdrawn_at = withdrawn_at - interval '30 days' where client_id = '"
                + first + "'");
        busy.registers("Reeks Z");
    }

    @Test
    void the_signature_of_an_app_that_was_withdrawn_proves_nothing() {
        Map<String, String> fields = with("kind", "keys");
        fields.put("name", "Handtekenapp");
        fields.put("jwks", TestKeys.ecKeySet());
        String client = DeveloperAtWork.clientId(developer.sends(fields));
        assertThat(signs(client)).isEqualTo("400 invalid_grant");

        developer.withdraws(client);

        assertThat(signs(client)).isEqualTo("401 invalid_client");
    }

    /** Redeems nonsense with a signature of the app. */
    private static String signs(String client) {
        String assertion = TestKeys.signedWithEc(new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(SERVER.issuer() + "/oauth2/token")
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .jwtID(UUID.randomUUID().toString())
                .build());
        return Tokens.error(new Browser(SERVER.issuer())
                .post(
                        "/oauth2/token",
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                "nonsense",
                                "redirect_uri",
                                DeveloperAtWork.REDIRECT,
                                "code_verifier",
                                App.VERIFIER,
                                "client_assertion_type",
                                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                                "client_assertion",
                                assertion)));
    }

    @Test
    void the_origin_of_an_app_may_read_the_token_endpoint_until_it_is_withdrawn() {
        Map<String, String> fields = with("name", "Oorsprongapp");
        fields.put("origins", "https://oorsprong.example\nhttp://127.0.0.1:4711");
        String client = DeveloperAtWork.clientId(developer.sends(fields));
        Map<String, String> page = Map.of("Origin", "https://oorsprong.example");
        Browser browser = new Browser(SERVER.issuer());

        assertThat(browser.preflight("/oauth2/token", page).header("Access-Control-Allow-Origin"))
                .isEqualTo("https://oorsprong.example");
        assertThat(originsOfApps())
                .contains("https://oorsprong.example", "http://127.0.0.1:4711", "http://127.0.0.1:7777");
        developer.withdraws(client);

        assertThat(browser.preflight("/oauth2/token", page).status()).isEqualTo(403);
        assertThat(originsOfApps()).doesNotContain("oorsprong.example");
    }

    private static String originsOfApps() {
        return asked("fhir-server", TestClients.INTROSPECTION_SECRET).body();
    }

    @ParameterizedTest
    @CsvSource({"fhir-server, wrong", "portal, " + TestClients.PORTAL_SECRET, "nobody, wrong", "ehr-rsa, null"})
    void only_a_resource_server_is_told_the_origins(String client, String secret) {
        assertThat(asked(client, secret).status()).isEqualTo(401);
        assertThat(new Browser(SERVER.issuer()).get("/oauth2/origins").status()).isEqualTo(401);
    }

    private static Answer asked(String client, String secret) {
        String basic = java.util.Base64.getEncoder()
                .encodeToString((client + ":" + secret).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Browser(SERVER.issuer()).get("/oauth2/origins", Map.of("Authorization", "Basic " + basic));
    }

    @Test
    void what_strangers_register_is_not_in_the_policy_of_other_pages() {
        String client = developer.registers("Beleidapp");

        assertThat(new Browser(SERVER.issuer()).get("/inloggen").header("Content-Security-Policy"))
                .contains("http://127.0.0.1:7777")
                .doesNotContain("meetapp.example");
        developer.withdraws(client);
    }
}
