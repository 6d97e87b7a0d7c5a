package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.Test;

/** The FHIR server asks whether the grant of a token still stands, of whichever client (RFC 7662). */
class ResourceServerTest {

    private final RunningServer server = RunningServer.shared();
    private final App fhirServer = App.fhirServer(server);
    private final App portal = App.portal(server);

    @Test
    void it_is_told_of_the_tokens_of_all_until_their_grant_ends_with_the_login() {
        Journey journey = new Journey(server);
        Answer token = portal.redeem(journey.codeFor(portal, People.EVA));
        assertThat(stands(token)).isTrue();

        journey.browser()
                .get("/connect/logout?"
                        + Browser.form(Map.of(
                                "id_token_hint", token.json().get("id_token").asText())));

        assertThat(stands(token)).isFalse();
    }

    @Test
    void a_code_that_is_used_twice_ends_what_it_gave() {
        String code = new Journey(server).codeFor(portal, People.EVA);
        Answer token = portal.redeem(code);
        portal.redeem(code);

        assertThat(stands(token)).isFalse();
    }

    @Test
    void a_refresh_token_that_is_used_twice_ends_all_that_came_of_it() {
        Answer first = portal.redeem(new Journey(server).codeFor(portal, People.EVA));
        Answer second = portal.refresh(Tokens.refreshToken(first));
        assertThat(stands(second)).isTrue();
        portal.refresh(Tokens.refreshToken(first));

        assertThat(List.of(stands(first), stands(second))).containsExactly(false, false);
    }

    @Test
    void it_gets_no_tokens_itself() {
        assertThat(Tokens.error(fhirServer.token(Map.of("grant_type", "client_credentials"))))
                .isEqualTo("400 unauthorized_client");
        assertThat(new Browser(server.issuer())
                        .get(fhirServer.authorizeAddress())
                        .status())
                .isEqualTo(400);
    }

    private boolean stands(Answer token) {
        return fhirServer
                .post(
                        "/oauth2/introspect",
                        Map.of("token", token.json().get("access_token").asText()))
                .json()
                .get("active")
                .asBoolean();
    }
}
