package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    void a_refresh_may_ask_a_part_of_a_scope_and_the_next_one_all_of_it() {
        Answer first = portal.redeem(journey.codeFor(portal, People.FEMKE));
        Answer last = first;
        for (String part : List.of(
                "patient/Observation.r",
                "patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory",
                "openid patient/Patient.r patient/Observation.s")) {
            Answer less = refresh(last, part);

            assertThat(scopes(less.json())).containsExactlyInAnyOrder(part.split(" "));
            assertThat(String.valueOf(Tokens.claims(less, "access_token").getClaim("scope"))
                            .split(" "))
                    .containsExactlyInAnyOrder(part.split(" "));
            assertThat(scopes(introspect(less))).containsExactlyInAnyOrder(part.split(" "));
            assertThat(less.json().get("patient")).isEqualTo(first.json().get("patient"));
            last = less;
        }

        Answer all = portal.refresh(Tokens.refreshToken(last));
        assertThat(scopes(all.json())).containsExactlyInAnyOrder(scopes(first.json()));
    }

    @Test
    void a_refresh_never_gives_more_and_can_be_tried_again() {
        Answer first = portal.redeem(journey.codeFor(portal, People.FEMKE));

        for (String more : List.of(
                "patient/Observation.sr",
                "patient/Patient.rs",
                "patient/*.r",
                "patient/Observation.rs patient/Observation.c",
                "user/Observation.r",
                "offline_access")) {
            assertThat(Tokens.error(refresh(first, more))).as(more).isEqualTo("400 invalid_scope");
        }
        assertThat(portal.refresh(Tokens.refreshToken(first)).status()).isEqualTo(200);
    }

    @Test
    void a_refresh_names_a_hundred_scopes_at_most() {
        Answer first = portal.redeem(journey.codeFor(portal, People.FEMKE));
        String parts = IntStream.rangeClosed(1, 101)
                .mapToObj(number -> "patient/Observation.rs?code=" + number)
                .collect(Collectors.joining(" "));

        assertThat(Tokens.error(refresh(first, parts))).isEqualTo("400 invalid_scope");
        assertThat(refresh(first, parts.substring(0, parts.lastIndexOf(' '))).status())
                .isEqualTo(200);
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

    private static String[] scopes(com.fasterxml.jackson.databind.JsonNode answer) {
        return answer.get("scope").asText().split(" ");
    }

    private Answer refresh(Answer token, String scope) {
        return portal.token(
                Map.of("grant_type", "refresh_token", "refresh_token", Tokens.refreshToken(token), "scope", scope));
    }

    private com.fasterxml.jackson.databind.JsonNode introspect(Answer token) {
        return portal.post(
                        "/oauth2/introspect",
                        Map.of("token", token.json().get("access_token").asText()))
                .json();
    }
}
