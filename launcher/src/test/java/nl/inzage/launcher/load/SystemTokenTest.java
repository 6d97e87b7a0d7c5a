package nl.inzage.launcher.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the hospital's system asks for its tokens (SMART Backend Services). */
class SystemTokenTest {

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();
    private HospitalServer server;
    private SystemClientKey key;
    private SystemToken token;

    @BeforeEach
    void start() throws Exception {
        server = new HospitalServer();
        key = SystemClientKey.in(folder, "demo-ehr");
        token = new SystemToken(HttpClient.newHttpClient(), server.target(), key, clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void it_proves_who_it_is_with_its_key() throws Exception {
        token.current();
        Map<String, String> form = form(server.tokenRequests.get(0));
        SignedJWT assertion = SignedJWT.parse(form.get("client_assertion"));
        JWTClaimsSet claims = assertion.getJWTClaimsSet();
        ECKey published = (ECKey) JWKSet.parse(key.publicKeySet()).getKeys().get(0);

        assertThat(form).containsEntry("grant_type", "client_credentials").containsEntry("scope", "system/*.cruds");
        assertThat(form.get("client_assertion_type"))
                .isEqualTo("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        assertThat(assertion.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES384);
        assertThat(assertion.getHeader().getKeyID()).isEqualTo(published.getKeyID());
        assertThat(assertion.verify(new ECDSAVerifier(published))).isTrue();
        assertThat(claims.getIssuer()).isEqualTo("demo-ehr");
        assertThat(claims.getSubject()).isEqualTo("demo-ehr");
        assertThat(claims.getAudience()).containsExactly(server.tokenEndpoint().toString());
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getExpirationTime())
                .isBeforeOrEqualTo(Date.from(clock.instant().plusSeconds(300)));
    }

    @Test
    void it_keeps_a_token_and_asks_again_before_the_end() throws Exception {
        assertThat(token.current()).isEqualTo("token-1");
        clock.advance(Duration.ofMinutes(4));
        assertThat(token.current()).isEqualTo("token-1");
        clock.advance(Duration.ofSeconds(20));
        assertThat(token.current()).isEqualTo("token-2");
    }

    @Test
    void each_proof_is_used_once() throws Exception {
        token.forget(token.current());
        token.current();

        assertThat(server.tokenRequests).hasSize(2).doesNotHaveDuplicates();
        assertThat(SignedJWT.parse(form(server.tokenRequests.get(0)).get("client_assertion"))
                        .getJWTClaimsSet()
                        .getJWTID())
                .isNotEqualTo(SignedJWT.parse(form(server.tokenRequests.get(1)).get("client_assertion"))
                        .getJWTClaimsSet()
                        .getJWTID());
    }

    @Test
    void the_key_stays_and_only_its_owner_reads_it() throws Exception {
        Path file = folder.resolve("demo-ehr.jwk");

        assertThat(SystemClientKey.in(folder, "demo-ehr").publicKeySet()).isEqualTo(key.publicKeySet());
        assertThat(key.publicKeySet()).doesNotContain("\"d\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_damaged_key_is_told() throws Exception {
        Files.writeString(folder.resolve("other.jwk"), "{\"kty\":\"EC\"");

        assertThatThrownBy(() -> SystemClientKey.in(folder, "other")).hasMessageContaining("other.jwk");
    }

    private static Map<String, String> form(String body) {
        return Stream.of(body.split("&", -1))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }
}
