package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** SMART Backend Services: a hospital's system proves itself with a signed assertion. */
class BackendServicesTest {

    private final RunningServer server = RunningServer.shared();

    @Test
    void a_system_with_an_es384_key_gets_what_was_agreed() throws Exception {
        Answer answer = token(TestKeys.signedWithEc(assertion("ehr-ec").build()), "system/*.cruds system/Patient.rs");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.json().get("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.json().get("expires_in").asInt()).isBetween(290, 300);
        assertThat(answer.json().has("refresh_token")).isFalse();
        JWTClaimsSet claims = Tokens.claims(answer, "access_token");
        assertThat(claims.getAudience()).containsExactly(server.fhir().base() + "/ehr");
        assertThat(claims.getSubject()).isEqualTo("ehr-ec");
        assertThat(claims.getStringClaim("client_id")).isEqualTo("ehr-ec");
        assertThat(claims.getStringClaim("hospital")).isEqualTo("linde");
        assertThat(claims.getStringClaim("scope").split(" "))
                .containsExactlyInAnyOrder("system/*.cruds", "system/Patient.rs");
        assertThat(claims.getStringClaim("grant")).isNotBlank();
        assertThat(claims.getClaim("patient")).isNull();
    }

    @Test
    void a_system_with_an_rs384_key_at_an_address_gets_the_covered_part() {
        Answer answer = token(
                TestKeys.signedWithRsa(assertion("ehr-rsa").build()),
                "system/Observation.rs system/Condition.rs system/Patient.cruds patient/Observation.rs");

        assertThat(answer.json().get("scope").asText()).isEqualTo("system/Observation.rs");
    }

    @Test
    void nothing_covered_and_nothing_asked_are_both_invalid_scopes() {
        for (String scope : List.of("system/Condition.rs", "patient/*.rs", "")) {
            assertThat(Tokens.error(
                            token(TestKeys.signedWithRsa(assertion("ehr-rsa").build()), scope)))
                    .isEqualTo("400 invalid_scope");
        }
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                attack("the issuer as audience", claims -> claims.audience("http://elsewhere.example")),
                attack("two audiences", claims -> claims.audience(List.of("http://a.example", "http://b.example"))),
                attack("no audience", claims -> claims.audience((String) null)),
                attack("an end an hour away", claims -> claims.expirationTime(in(Duration.ofHours(1)))),
                attack("an end six minutes away", claims -> claims.expirationTime(in(Duration.ofMinutes(6)))),
                attack("an end that has passed", claims -> claims.expirationTime(in(Duration.ofMinutes(-2)))),
                attack("no end", claims -> claims.expirationTime(null)),
                attack("a beginning to come", claims -> claims.notBeforeTime(in(Duration.ofMinutes(3)))),
                attack("no jti", claims -> claims.jwtID(null)),
                attack("another issuer", claims -> claims.issuer("ehr-rsa")),
                attack("another subject", claims -> claims.subject("ehr-rsa")),
                attack("an unknown client", claims -> claims.issuer("nobody").subject("nobody")),
                attack("a client with a secret", claims -> claims.issuer("portal")
                        .subject("portal")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void an_assertion_that_is_not_right_is_an_invalid_client(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
        String assertion =
                TestKeys.signedWithEc(change.apply(assertion("ehr-ec")).build());

        assertThat(Tokens.error(token(assertion, "system/*.rs"))).isEqualTo("401 invalid_client");
    }

    @Test
    void the_issuer_itself_is_not_an_audience() {
        String assertion = TestKeys.signedWithEc(
                assertion("ehr-ec").audience(server.issuer().toString()).build());

        assertThat(Tokens.error(token(assertion, "system/*.rs"))).isEqualTo("401 invalid_client");
    }

    @Test
    void a_key_that_nobody_registered_is_refused() {
        String assertion = TestKeys.signedWithForgedEc(assertion("ehr-ec").build());

        assertThat(Tokens.error(token(assertion, "system/*.rs"))).isEqualTo("401 invalid_client");
    }

    @Test
    void no_signature_or_another_algorithm_is_refused() {
        String unsigned = new PlainJWT(assertion("ehr-ec").build()).serialize();

        assertThat(token(unsigned, "system/*.rs").status()).isEqualTo(401);
        assertThat(token("not a token at all", "system/*.rs").status()).isEqualTo(401);
        assertThat(Tokens.error(token(TestKeys.signedWithRsa(assertion("ehr-ec").build()), "system/*.rs")))
                .isEqualTo("401 invalid_client");
    }

    @Test
    void an_assertion_works_once_even_in_parallel() {
        String assertion = TestKeys.signedWithEc(assertion("ehr-ec").build());

        List<Answer> answers = Parallel.times(16, () -> token(assertion, "system/*.rs"));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allMatch(answer -> Tokens.error(answer)
                .equals("401 invalid_client"));
    }

    @Test
    void a_key_that_the_hospital_withdrew_no_longer_counts() {
        assertThat(token(TestKeys.signedWithRsa(assertion("ehr-rsa").build()), "system/Patient.rs")
                        .status())
                .isEqualTo(200);
        server.fhir().publishKeys("{\"keys\":[]}");
        try {
            assertThat(token(TestKeys.signedWithRsa(assertion("ehr-rsa").build()), "system/Patient.rs")
                            .status())
                    .isEqualTo(401);
        } finally {
            server.fhir().publishKeys(TestKeys.rsaKeySet());
        }
    }

    @Test
    void another_grant_type_or_assertion_type_is_answered_as_rfc_6749_says() {
        String first = TestKeys.signedWithEc(assertion("ehr-ec").build());
        String second = TestKeys.signedWithEc(assertion("ehr-ec").build());

        assertThat(Tokens.error(post(form(first, "system/*.rs", "grant_type", "not_a_grant_type"))))
                .isEqualTo("400 unsupported_grant_type");
        assertThat(Tokens.error(post(form(second, "system/*.rs", "client_assertion_type", "not_an_assertion_type"))))
                .isEqualTo("401 invalid_client");
    }

    @Test
    void a_client_id_beside_the_assertion_must_be_the_same() {
        String right = TestKeys.signedWithEc(assertion("ehr-ec").build());
        String wrong = TestKeys.signedWithEc(assertion("ehr-ec").build());

        assertThat(post(form(right, "system/*.rs", "client_id", "ehr-ec")).status())
                .isEqualTo(200);
        assertThat(Tokens.error(post(form(wrong, "system/*.rs", "client_id", "ehr-rsa"))))
                .isEqualTo("401 invalid_client");
    }

    private static Arguments attack(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(what, change);
    }

    private JWTClaimsSet.Builder assertion(String client) {
        return new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(server.issuer() + "/oauth2/token")
                .expirationTime(in(Duration.ofMinutes(5)))
                .jwtID(UUID.randomUUID().toString());
    }

    private static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }

    private Answer token(String assertion, String scope) {
        return post(form(assertion, scope, "grant_type", "client_credentials"));
    }

    private static Map<String, String> form(String assertion, String scope, String key, String value) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        fields.put("client_assertion", assertion);
        fields.put("scope", scope);
        fields.put(key, value);
        return fields;
    }

    private Answer post(Map<String, String> fields) {
        return new Browser(server.issuer()).post("/oauth2/token", fields);
    }
}
