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
import nl.inzage.auth.support.TwoNodes;
import org.junit.jupiter.api.Test;

/** One click ends the session here and everything that the login started (OpenID Connect RP-initiated logout). */
class LogoutTest {

    private static final String BACK = "http%3A%2F%2Flocalhost%3A8080%2Fuitgelogd";

    private final RunningServer server = RunningServer.shared();
    private final App portal = App.portal(server);
    private final Journey journey = new Journey(server);

    @Test
    void logout_ends_session_and_tokens_and_leads_back() {
        Answer token = portal.redeem(journey.codeFor(portal, People.EVA));
        Answer second = portal.redeem(journey.nextCodeFor(portal));
        String session = journey.browser().sessionId();

        Answer answer = journey.browser().get(logout(token) + "&post_logout_redirect_uri=" + BACK + "&state=s1");

        assertThat(answer.location()).isEqualTo("http://localhost:8080/uitgelogd?state=s1");
        journey.browser().useSession(session);
        assertThat(journey.browser().get(portal.authorizeAddress()).location()).isEqualTo("/inloggen");
        assertThat(Tokens.error(portal.refresh(Tokens.refreshToken(token)))).isEqualTo("400 invalid_grant");
        assertThat(Tokens.error(portal.refresh(Tokens.refreshToken(second)))).isEqualTo("400 invalid_grant");
    }

    @Test
    void whichever_way_out_the_browser_forgets_what_it_kept() {
        Answer token = portal.redeem(journey.codeFor(portal, People.EVA));
        Answer out = journey.browser().get(logout(token) + "&post_logout_redirect_uri=" + BACK);

        Journey again = new Journey(server);
        again.logIn(People.EVA);
        again.browser().get("/account");
        Answer anew = again.browser().submit("/account/opnieuw", Map.of());

        for (Answer leaving : List.of(out, anew)) {
            assertThat(leaving.status()).isEqualTo(302);
            assertThat(leaving.header("Clear-Site-Data")).isEqualTo("\"cache\", \"storage\"");
        }
        assertThat(again.browser().get("/account").header("Clear-Site-Data")).isEmpty();
    }

    @Test
    void the_button_on_a_page_of_this_server_ends_the_login_and_what_it_started() {
        Answer token = portal.redeem(journey.codeFor(portal, People.EVA));
        String session = journey.browser().sessionId();
        Answer page = journey.browser().get("/account");
        assertThat(page.body()).contains("action=\"/uitloggen\"", "Uitloggen");

        Answer out = journey.browser().submit("/uitloggen", Map.of());

        assertThat(out.location()).isEqualTo("/inloggen?melding=uitgelogd");
        assertThat(out.header("Clear-Site-Data")).isEqualTo("\"cache\", \"storage\"");
        assertThat(journey.browser().get(out.location()).body())
                .contains("U bent uitgelogd")
                .doesNotContain("action=\"/uitloggen\"");
        journey.browser().useSession(session);
        assertThat(journey.browser().get("/account").location()).isEqualTo("/inloggen");
        assertThat(Tokens.error(portal.refresh(Tokens.refreshToken(token)))).isEqualTo("400 invalid_grant");
    }

    @Test
    void a_login_and_its_end_are_those_of_all_nodes() {
        journey.logIn(People.EVA);
        Browser elsewhere = new Browser(new TwoNodes().other());
        elsewhere.useSession(journey.browser().sessionId());
        assertThat(elsewhere.get("/account").status()).isEqualTo(200);

        Answer out = elsewhere.submit("/uitloggen", Map.of());

        assertThat(out.location()).isEqualTo("/inloggen?melding=uitgelogd");
        assertThat(journey.browser().get("/account").location()).isEqualTo("/inloggen");
    }

    @Test
    void an_older_id_token_logs_out_as_well() {
        Answer first = portal.redeem(journey.codeFor(portal, People.EVA));
        Answer refreshed = portal.refresh(Tokens.refreshToken(first));

        Answer answer = journey.browser().get(logout(first) + "&post_logout_redirect_uri=" + BACK);

        assertThat(answer.location()).isEqualTo("http://localhost:8080/uitgelogd");
        assertThat(Tokens.error(portal.refresh(Tokens.refreshToken(refreshed)))).isEqualTo("400 invalid_grant");
    }

    @Test
    void logout_works_when_the_session_here_is_gone_and_when_done_twice() {
        Answer token = portal.redeem(journey.codeFor(portal, People.EVA));
        Browser withoutSession = new Browser(server.issuer());

        for (int i = 0; i < 2; i++) {
            assertThat(withoutSession
                            .get(logout(token) + "&post_logout_redirect_uri=" + BACK)
                            .location())
                    .isEqualTo("http://localhost:8080/uitgelogd");
        }
        assertThat(Tokens.error(portal.refresh(Tokens.refreshToken(token)))).isEqualTo("400 invalid_grant");
    }

    @Test
    void an_address_that_is_not_registered_is_not_followed() {
        Answer token = portal.redeem(journey.codeFor(portal, People.EVA));

        Answer answer =
                journey.browser().get(logout(token) + "&post_logout_redirect_uri=http%3A%2F%2Felsewhere.example");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.location()).isEmpty();
    }

    @Test
    void without_an_id_token_nobody_is_logged_out() {
        journey.codeFor(portal, People.EVA);

        assertThat(journey.browser().get("/connect/logout").status()).isEqualTo(400);
        assertThat(journey.browser().get(portal.authorizeAddress()).parameters())
                .containsKey("code");
    }

    private static String logout(Answer token) {
        return "/connect/logout?id_token_hint=" + token.json().get("id_token").asText();
    }
}
