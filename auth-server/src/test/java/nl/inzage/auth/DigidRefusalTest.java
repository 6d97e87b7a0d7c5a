package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Consumer;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** DigiD through a bridge: nothing that is not exactly right lets anybody in. */
@ExtendWith(OutputCaptureExtension.class)
class DigidRefusalTest {

    private static final String JOOST_BSN = "999990135";

    private final RunningServer server = RunningServer.shared();
    private final Journey journey = new Journey(server);
    private final Browser browser = journey.browser();
    private final DigidTrip trip = new DigidTrip(server, browser);

    @AfterEach
    void theTimeIsNow() {
        server.clock().moveTo(Duration.ZERO);
    }

    @Test
    void the_state_of_another_browser_or_an_older_one_is_refused() {
        Map<String, String> asked = trip.leave();
        Browser other = new Browser(server.issuer());
        other.get("/inloggen");
        other.submit("/inloggen/digid", Map.of("hospital", "linde"));

        assertThat(other.get(trip.address(asked, DigidTrip.about(JOOST_BSN))).location())
                .isEqualTo("/inloggen?melding=verlopen");
        server.clock().moveTo(Duration.ofMinutes(16));
        assertThat(trip.comeBack(asked, DigidTrip.about(JOOST_BSN)).location()).startsWith("/inloggen");
    }

    @Test
    void an_id_token_with_another_nonce_is_refused() {
        isRefused(DigidTrip.about(JOOST_BSN).andThen(claims -> claims.claim("nonce", "of another request")));
        isRefused(DigidTrip.about(JOOST_BSN).andThen(claims -> claims.claim("nonce", null)));
    }

    @Test
    void an_id_token_for_another_client_or_of_another_issuer_is_refused() {
        isRefused(DigidTrip.about(JOOST_BSN).andThen(claims -> claims.audience("another client")));
        isRefused(DigidTrip.about(JOOST_BSN).andThen(claims -> claims.issuer("http://localhost:1")));
    }

    @Test
    void an_id_token_that_has_expired_is_refused() {
        isRefused(DigidTrip.about(JOOST_BSN)
                .andThen(claims -> claims.issueTime(Date.from(Instant.now().minusSeconds(600)))
                        .expirationTime(Date.from(Instant.now().minusSeconds(300)))));
    }

    @Test
    void an_id_token_signed_by_somebody_else_is_refused() {
        Map<String, String> asked = trip.leave();

        assertThat(trip.back(asked, server.digid().forgedCode(asked, DigidTrip.about(JOOST_BSN)))
                        .status())
                .isEqualTo(503);
    }

    @Test
    void a_code_of_another_request_and_an_answer_of_another_issuer_are_refused() {
        Map<String, String> asked = trip.leave();
        String ofAnother = server.digid().code(asked, DigidTrip.about(JOOST_BSN));
        assertThat(trip.back(trip.leave(), ofAnother).status()).isEqualTo(503);

        Map<String, String> again = trip.leave();
        assertThat(browser.get(trip.address(again, DigidTrip.about(JOOST_BSN)) + "&iss=http%3A%2F%2Flocalhost%3A1")
                        .status())
                .isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456789", "s00000001:999990135", "Joost"})
    void a_number_that_is_no_citizen_service_number_is_refused_and_not_repeated(String value, CapturedOutput output) {
        Answer refused = isRefused(DigidTrip.about(value));

        assertThat(refused.body()).doesNotContain("999990135");
        assertThat(output).doesNotContain("999990135").contains("no citizen service number");
    }

    @Test
    void the_number_is_in_no_address_log_or_session(CapturedOutput output) {
        Map<String, String> asked = trip.leave();
        Answer in = trip.comeBack(asked, DigidTrip.about(JOOST_BSN));

        assertThat(in.location() + asked).doesNotContain(JOOST_BSN);
        assertThat(server.sql("update spring_session_attributes set attribute_name = attribute_name "
                        + "where position('" + JOOST_BSN + "'::bytea in attribute_bytes) > 0"))
                .isZero();
        assertThat(output).doesNotContain(JOOST_BSN);
    }

    private Answer isRefused(Consumer<JWTClaimsSet.Builder> claims) {
        Answer refused = trip.comeBack(trip.leave(), claims);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body()).contains("Inloggen met DigiD is niet gelukt");
        assertThat(browser.get("/beveiliging").location()).isEqualTo("/inloggen");
        return refused;
    }
}
