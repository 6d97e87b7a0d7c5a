package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.TestClients;
import nl.inzage.auth.support.TwoNodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A code works once, for the app that asked, with the verifier that belongs to it, for a minute. */
class CodeRedemptionTest {

    private final RunningServer server = RunningServer.shared();
    private final App portal = App.portal(server);
    private final Journey journey = new Journey(server);
    private String code;

    @BeforeEach
    void logIn() {
        code = journey.codeFor(portal, People.BRAM);
    }

    @Test
    void of_32_parallel_redemptions_on_two_nodes_exactly_one_succeeds() {
        App elsewhere = portal.at(new TwoNodes().other());
        AtomicInteger turns = new AtomicInteger();
        for (int round = 0; round < 3; round++) {
            String once = journey.nextCodeFor(portal);

            List<Answer> answers =
                    Parallel.times(32, () -> (turns.incrementAndGet() % 2 == 0 ? portal : elsewhere).redeem(once));

            assertThat(Parallel.winners("an authorization code", answers, answer -> answer.status() == 200))
                    .hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.status() != 200).allMatch(answer -> Tokens.error(answer)
                    .equals("400 invalid_grant"));
        }
    }

    @Test
    void a_second_use_is_refused_and_ends_what_the_first_gave() {
        Answer first = portal.redeem(code);

        assertThat(Tokens.error(portal.redeem(code))).isEqualTo("400 invalid_grant");
        assertThat(Tokens.error(portal.refresh(Tokens.refreshToken(first)))).isEqualTo("400 invalid_grant");
    }

    @Test
    void a_wrong_verifier_is_refused_and_does_not_use_the_code_up() {
        assertThat(Tokens.error(portal.redeem(code, "x".repeat(43)))).isEqualTo("400 invalid_grant");
        assertThat(portal.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void a_confidential_client_needs_its_verifier_too() {
        Answer answer = portal.token(
                Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", TestClients.PORTAL_REDIRECT));

        assertThat(Tokens.error(answer)).isEqualTo("400 invalid_grant");
    }

    @Test
    void another_redirect_address_is_refused() {
        Answer answer = portal.token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                TestClients.PORTAL_REDIRECT + "2",
                "code_verifier",
                App.VERIFIER));

        assertThat(Tokens.error(answer)).isEqualTo("400 invalid_grant");
    }

    @Test
    void another_client_cannot_redeem_it_and_then_nobody_can() {
        App groei = App.groei(server);

        assertThat(Tokens.error(groei.redeem(code))).isEqualTo("400 invalid_grant");
        assertThat(Tokens.error(portal.redeem(code))).isEqualTo("400 invalid_grant");
    }

    @Test
    void a_client_with_a_wrong_secret_is_told_that_and_no_more() {
        Answer answer = portal.withSecret("not-the-one-that-was-agreed").redeem(code);

        assertThat(Tokens.error(answer)).isEqualTo("401 invalid_client");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_client\"}");
    }

    @Test
    void a_code_lives_a_minute() {
        int changed = server.sql("update issued_token set expires_at = issued_at + interval '60 seconds' "
                + "where kind = 'code' and expires_at > issued_at + interval '60 seconds'");
        server.sql("update issued_token set issued_at = now() - interval '61 seconds', "
                + "expires_at = now() - interval '1 second' where kind = 'code'");

        assertThat(changed).isZero();
        assertThat(Tokens.error(portal.redeem(code))).isEqualTo("400 invalid_grant");
    }

    @Test
    void a_grant_type_that_is_not_offered_is_refused() {
        for (String type : List.of(
                "password",
                "urn:ietf:params:oauth:grant-type:device_code",
                "urn:ietf:params:oauth:grant-type:token-exchange")) {
            assertThat(Tokens.error(portal.token(Map.of("grant_type", type)))).isEqualTo("400 unsupported_grant_type");
        }
    }

    @Test
    void tokens_are_not_kept_in_the_clear() {
        String token = Tokens.refreshToken(portal.redeem(code));

        assertThat(server.sql("update issued_token set kind = kind where hash = '" + token + "'"))
                .isZero();
    }
}
