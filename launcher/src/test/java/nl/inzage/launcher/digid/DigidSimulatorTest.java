package nl.inzage.launcher.digid;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simulator says that it is not DigiD, serves the demo alone, and gives each code once. */
class DigidSimulatorTest {

    private static final String BACK = "http://localhost:9000/inloggen/digid/terug";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final HttpClient http = HttpClient.newHttpClient();
    private DigidSimulator simulator;
    private URI base;

    @BeforeEach
    void start() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        base = URI.create("http://localhost:" + port);
        simulator = DigidSimulator.start(
                port,
                new SimulatorClient("demo", "the secret", BACK),
                List.of(new SimulatedPerson("Anna <Visser>", "999990019")),
                Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void the_page_says_that_it_is_not_digid() throws Exception {
        HttpResponse<String> page = get("/authorize?" + request(BACK));

        assertThat(page.body())
                .contains("Dit is DigiD niet: simulator")
                .contains("Anna &lt;Visser>")
                .contains("Substantieel")
                .doesNotContain("<script");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
    }

    @Test
    void another_site_than_the_demo_is_refused() throws Exception {
        assertThat(get("/authorize?" + request("http://evil.example/")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_choice_becomes_an_id_token_once() throws Exception {
        String code = code("act=log-in&bsn=999990019&level=HOOG");
        HttpResponse<String> token = redeem(code, VERIFIER, "the secret");
        JWTClaimsSet claims = SignedJWT.parse(token.body().replaceAll(".*\"id_token\":\"([^\"]+)\".*", "$1"))
                .getJWTClaimsSet();

        assertThat(claims.getStringClaim("bsn")).isEqualTo("999990019");
        assertThat(claims.getStringClaim("acr")).isEqualTo("urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI");
        assertThat(claims.getStringClaim("nonce")).isEqualTo("n-1");
        assertThat(claims.getIssuer()).isEqualTo(base.toString());
        assertThat(redeem(code, VERIFIER, "the secret").statusCode()).isEqualTo(400);
    }

    @Test
    void another_verifier_or_secret_gets_nothing() throws Exception {
        assertThat(redeem(code("act=log-in&bsn=999990019&level=HOOG"), "x".repeat(43), "the secret")
                        .statusCode())
                .isEqualTo(400);
        assertThat(redeem(code("act=log-in&bsn=999990019&level=HOOG"), VERIFIER, "another secret")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void stopping_is_told_to_the_client() throws Exception {
        assertThat(location("act=stop&bsn=999990019&level=HOOG")).isEqualTo(BACK + "?error=access_denied&state=s%2F1");
    }

    private String code(String choice) throws Exception {
        return location(choice).replaceAll(".*[?&]code=([^&]+).*", "$1");
    }

    private String location(String choice) throws Exception {
        return post("/authorize", request(BACK) + "&" + choice, null)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private HttpResponse<String> redeem(String code, String verifier, String secret) throws Exception {
        return post(
                "/token",
                "code=" + code + "&redirect_uri=" + Form.encoded(BACK) + "&code_verifier=" + verifier,
                secret);
    }

    private static String request(String redirectUri) {
        return "redirect_uri=" + Form.encoded(redirectUri) + "&state=s%2F1&nonce=n-1&code_challenge=" + CHALLENGE;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form, String secret) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).POST(BodyPublishers.ofString(form));
        if (secret != null) {
            byte[] pair = ("demo:" + secret).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
