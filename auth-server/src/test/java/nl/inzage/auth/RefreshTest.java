package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.Test;

/** A refresh token works once, gives the next one, and cannot widen or prolong what was allowed. */
class RefreshTest {

    private final RunningServer server = RunningServer.shared();
    private final App portal = App.portal(server);
    private final Journey journey = new Journey(server);

    @Test
    void a_refresh_gives_new_tokens_with_the_same_patient() {
        Answer first = portal.redeem(journey.codeFor(portal, People.FEMKE));
        Answer second = portal.refresh(Tokens.refreshToken(first));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.header("Cache-Control")).contains("no-store");
        assertThat(second.json().get("patient")).isEqualTo(first.json().get("patient"));
        assertThat(second.json().get("need_patient_banner").asBoolean()).isTrue();
        assertThat(second.json().get("scope").asText().split(" "))
                .containsExactlyInAnyOrder(first.json().get("scope").asText().split(" "));
        assertThat(second.json().has("id_token")).isTrue();
        assertThat(Tokens.refreshToken(second)).isNotEqualTo(Tokens.refreshToken(first));
        assertThat(Tokens.claims(second, "access_token").getClaim("grant"))
                .isEqualTo(Tokens.claims(first, "access_token").getClaim("grant"));

        assertThat(portal.refresh(Tokens.refreshToken(second)).status()).isEqualTo(200);
    }

    @Test
    void of_32_parallel_refreshes_exactly_one_succeeds() {
        Answer first = portal.redeem(journey.codeFor(portal, People.FEMKE));

        List<Answer> answers = Parallel.times(32, () -> portal.refresh(Tokens.refreshToken(first)));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    }

    @Test
    void a_replayed_refresh_token_ends_the_family() {
        Answer first = portal.redeem(journey.codeFor(portal, People.FEMKE));
        Answer second = portal.refresh(Tokens.refreshToken(first));

        assertThat(Tokens.error(portal.refresh(Tokens.refreshToken(first)))).isEqualTo("400 invalid_grant");
        assertThat(Tokens.error(portal.refresh(Tokens.refreshToken(second)))).isEqualTo("400 invalid_grant");
    }

    @Test
    void a_refresh_may_ask_less_but_not_more() {
        Answer first = portal.redeem(journey.codeFor(portal, People.FEMKE));
        Answer less = portal.token(Map.of(
                "grant_type", "refresh_token",
                "refresh_token", Tokens.refreshToken(first),
                "scope", "patient/Observation.rs"));

        assertThat(less.json().get("scope").asText()).isEqualTo("patient/Observation.rs");

        Answer more = portal.token(Map.of(
                "grant_type", "refresh_token",
                "refresh_token", Tokens.refreshToken(less),
                "scope", "patient/Observation.rs patient/Condition.rs"));

        assertThat(Tokens.error(more)).isEqualTo("400 invalid_scope");
    }

    @Test
    void rotation_does_not_prolong() {
        Answer first = portal.redeem(journey.codeFor(portal, People.FEMKE));
        Object grant = Tokens.claims(first, "access_token").getClaim("grant");
        server.sql("update issued_token set expires_at = now() + interval '1 hour' "
                + "where kind = 'refresh' and grant_id = '" + grant + "'");

        assertThat(portal.refresh(Tokens.refreshToken(first)).status()).isEqualTo(200);

        int longer = server.sql("update issued_token set kind = kind where kind = 'refresh' and grant_id = '" + grant
                + "' and expires_at > now() + interval '61 minutes'");
        assertThat(longer).isZero();
    }

    @Test
    void without_online_or_offline_access_there_is_no_refresh_token() {
        App once = portal.asking("openid fhirUser patient/Observation.rs");

        assertThat(once.redeem(journey.codeFor(once, People.FEMKE)).json().has("refresh_token"))
                .isFalse();
    }

    @Test
    void another_client_cannot_use_it() {
        Answer first = portal.redeem(journey.codeFor(portal, People.FEMKE));

        Answer foreign = App.groei(server).refresh(Tokens.refreshToken(first));

        assertThat(Tokens.error(foreign)).isEqualTo("400 invalid_grant");
    }

    @Test
    void a_confidential_client_cannot_pass_for_a_public_one() {
        Answer first = portal.redeem(journey.codeFor(portal, People.FEMKE));

        Answer bare = portal.withSecret(null).refresh(Tokens.refreshToken(first));

        assertThat(Tokens.error(bare)).isEqualTo("401 invalid_client");
    }

    @Test
    void a_revoked_token_ends_the_grant() {
        Answer first = portal.redeem(journey.codeFor(portal, People.FEMKE));

        Answer revoked = portal.post("/oauth2/revoke", Map.of("token", Tokens.refreshToken(first)));

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(Tokens.error(portal.refresh(Tokens.refreshToken(first)))).isEqualTo("400 invalid_grant");
        assertThat(introspect(first).get("active").asBoolean()).isFalse();
    }

    private com.fasterxml.jackson.databind.JsonNode introspect(Answer token) {
        return portal.post(
                        "/oauth2/introspect",
                        Map.of("token", token.json().get("access_token").asText()))
                .json();
    }
}
