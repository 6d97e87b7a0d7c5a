package nl.inzage.auth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nl.inzage.auth.settings.AuthSettings;
import nl.inzage.auth.settings.StartRefused;
import nl.inzage.policy.book.PolicyBookReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.env.MockEnvironment;

/** A clients file that cannot be used stops the start with one sentence that says where, and repeats no secret. */
class ClientsFileTest {

    private static final String SECRET = "p3Xc9VbN1mKj7HgF5dSa2QwE";
    private static final String PORTAL =
            """
            clients:
              - id: portal
                name: Portaal
                kind: app
                authentication: client_secret_basic
                secret: ${PORTAL_SECRET}
                redirectUris: ["https://portaal.linde.example/terug"]
                scopes: [openid, "patient/*.rs"]
                consent: false
            """;

    @TempDir
    private Path folder;

    @Test
    void a_secret_comes_from_the_environment_and_is_kept_as_a_hash() throws IOException {
        ClientEntry portal = read(PORTAL).clients().get(0);

        assertThat(portal.secretHash()).contains(SecretHash.of(SECRET));
        assertThat(portal.consent()).isFalse();
        assertThat(portal.scopes()).containsExactly("openid", "patient/*.rs");
    }

    @Test
    void an_app_may_say_where_it_is_opened() throws IOException {
        String opened = PORTAL + "    launchUri: \"http://127.0.0.1:7777/start?taal=nl\"\n";

        assertThat(read(opened).clients().get(0).launchUri()).contains("http://127.0.0.1:7777/start?taal=nl");
        assertThat(read(PORTAL).clients().get(0).launchUri()).isEmpty();
    }

    @Test
    void the_origins_are_those_of_the_file_or_else_of_the_redirect_addresses() throws IOException {
        String more = PORTAL.replace(
                "/terug\"]",
                "/terug\", \"nl.linde.app:/terug\", \"http://127.0.0.1:7777/x\", \"https://portaal.linde.example/y\"]");

        assertThat(read(more).clients().get(0).origins())
                .containsExactly("https://portaal.linde.example", "http://127.0.0.1:7777");
        assertThat(read(more + "    origins: [\"https://app.linde.example:8443\"]\n")
                        .clients()
                        .get(0)
                        .origins())
                .containsExactly("https://app.linde.example:8443");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("secret: ${PORTAL_SECRET}", "secret: " + SECRET, "must name its secret"),
                mistake("${PORTAL_SECRET}", "${NO_SUCH_SECRET}", "NO_SUCH_SECRET, which is missing"),
                mistake("${PORTAL_SECRET}", "${SHORT}", "SHORT, which must have at least 24"),
                mistake("${PORTAL_SECRET}", "${WEAK}", "WEAK, which looks like a value from an example"),
                mistake("kind: app", "kind: web", "must have kind app, system or resource-server"),
                mistake("kind: app", "kind: system", "must have authentication private_key_jwt"),
                mistake("authentication: client_secret_basic", "authentication: magic", "must have authentication"),
                mistake("https://portaal", "http://portaal", "https address"),
                mistake("/terug", "/terug#x", "without fragment"),
                mistake("consent: false", "launchUri: \"https://app.example/#x\"", "launchUri without fragment"),
                mistake("consent: false", "launchUri: \"http://app.example/\"", "https address for launchUri"),
                mistake("/terug", "/*", "without fragment or wildcard"),
                mistake("consent: false", "consent: misschien", "true or false for consent"),
                mistake("consent: false", "concent: false", "unknown key concent"),
                mistake("consent: false", "origins: [\"https://app.example/\"]", "origins as browsers write them"),
                mistake("consent: false", "origins: [\"*\"]", "origins as browsers write them"),
                mistake("id: portal", "id: inzage-auth-server", "not the server's own"),
                mistake("name: Portaal", "", "misses the key name"),
                mistake("clients:", "klanten:", "one list called clients"),
                mistake("clients:", "clients: [", "not valid YAML"),
                mistake("scopes: [openid, \"patient/*.rs\"]", "", "list of scopes"));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource("mistakes")
    void a_mistake_is_one_sentence(String from, String to, String sentence) throws IOException {
        ClientsFile file = read(PORTAL.replace(from, to));

        assertThatThrownBy(file::clients)
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("INZAGE_CLIENTS_FILE (")
                .hasMessageContaining(sentence)
                .hasMessageEndingWith(".")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void private_keys_are_not_for_this_file() throws IOException {
        String system =
                """
                clients:
                  - id: ehr
                    name: EPD
                    kind: system
                    authentication: private_key_jwt
                    hospital: linde
                    jwks: {"keys": [{"kty": "EC", "crv": "P-256",
                      "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                      "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
                      "d": "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}]}
                    scopes: ["system/*.cruds"]
                """;

        assertThatThrownBy(read(system)::clients).hasMessageContaining("public keys, and only those");
        assertThatThrownBy(read(system.replace("linde", "nergens"))::clients)
                .hasMessageContaining("hospital nergens, which has no policy file");
        assertThatThrownBy(read(system.replaceAll("(?s)jwks: .*\\]\\}", "jwksUri: http://ehr.example/keys"))::clients)
                .hasMessageContaining("https address for jwksUri");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(file("/nowhere/clients.yaml")::clients)
                .hasMessage("INZAGE_CLIENTS_FILE (/nowhere/clients.yaml) cannot be read.");
    }

    private static Arguments mistake(String from, String to, String sentence) {
        return Arguments.of(from, to, sentence);
    }

    private ClientsFile read(String yaml) throws IOException {
        return file(Files.writeString(folder.resolve("clients.yaml"), yaml).toString());
    }

    private static ClientsFile file(String path) {
        URI address = URI.create("http://localhost:1");
        AuthSettings settings = new AuthSettings(address, address, address, "", "", path, "", address, "");
        MockEnvironment environment = new MockEnvironment()
                .withProperty("PORTAL_SECRET", SECRET)
                .withProperty("SHORT", "tooshort")
                .withProperty("WEAK", "this-is-the-demo-value-of-the-readme");
        return new ClientsFile(settings, environment, new PolicyBookReader().readBuiltIn());
    }
}
