package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long somebody may do nothing: the hospital says so, to this server and to apps, and the page warns (F21). */
class IdleTimeTest {

    private final RunningServer server = RunningServer.shared();
    private final Journey journey = new Journey(server);

    @Test
    void a_session_ends_after_the_idle_time_of_the_hospital() {
        journey.logIn(People.JAAP);
        assertThat(seconds(journey.browser())).isEqualTo(15 * 60);

        Journey other = new Journey(server);
        other.logIn(People.ANNA);
        assertThat(seconds(other.browser())).isEqualTo(10 * 60);
    }

    @Test
    void a_session_that_was_left_alone_for_longer_opens_nothing() {
        journey.logIn(People.JAAP);
        assertThat(journey.browser().get("/account").status()).isEqualTo(200);

        leaveAlone(15 * 60 + 1);

        assertThat(journey.browser().get("/account").location()).isEqualTo("/inloggen");
    }

    @Test
    void an_app_is_told_the_idle_time_in_the_id_token_also_after_a_refresh() throws ParseException {
        App portal = App.portal(server);
        Answer first = portal.redeem(journey.codeFor(portal, People.JAAP));
        Answer second = portal.refresh(Tokens.refreshToken(first));

        assertThat(idleClaim(first)).isEqualTo(15 * 60);
        assertThat(idleClaim(second)).isEqualTo(15 * 60);
        assertThat(idleClaim(portal.redeem(new Journey(server).codeFor(portal, People.ANNA))))
                .isEqualTo(10 * 60);
    }

    @Test
    void a_page_of_somebody_who_is_logged_in_can_warn_and_has_a_form_for_browsers_without_script() {
        journey.logIn(People.JAAP);

        String page = journey.browser().get("/account").body();

        assertThat(page)
                .contains("data-idle-seconds=\"900\"", "data-end=\"/inloggen?melding=verlopen\"", "src=\"/session.js\"")
                .containsPattern("(?s)<noscript>\\s*<form[^>]* action=\"/sessie\".*Ingelogd blijven.*</noscript>");
        assertThat(new Browser(server.issuer()).get("/hulp").body())
                .doesNotContain("data-idle-seconds", "action=\"/sessie\"");
    }

    @Test
    void staying_begins_the_idle_time_anew_and_leaves_the_browser_where_it_is() {
        journey.logIn(People.JAAP);
        journey.browser().get("/account");
        leaveAlone(14 * 60);

        assertThat(journey.browser().submit("/sessie", Map.of()).status()).isEqualTo(204);

        leaveAlone(14 * 60);
        assertThat(journey.browser().get("/account").status()).isEqualTo(200);
    }

    @Test
    void a_form_that_was_sent_too_late_leads_to_the_login_page() {
        journey.logIn(People.JAAP);
        journey.browser().get("/account");
        leaveAlone(15 * 60 + 1);

        assertThat(journey.browser()
                        .submit("/account/vraag", Map.of("answer", "x"))
                        .location())
                .isEqualTo("/inloggen?melding=verlopen");
        assertThat(journey.browser().submit("/sessie", Map.of()).location()).isEqualTo("/inloggen?melding=verlopen");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eight_hours_after_logging_in_the_session_ends_however_busy_it_was(boolean toAnApp) {
        String address = toAnApp ? App.portal(server).authorizeAddress() : "/account";
        journey.logIn(People.JAAP);
        journey.browser().get("/account");
        server.clock().moveTo(Duration.ofHours(8).minusMinutes(1));
        assertThat(journey.browser().submit("/sessie", Map.of()).status()).isEqualTo(204);
        assertThat(journey.browser().get(address).location()).isNotEqualTo("/inloggen");

        server.clock().moveTo(Duration.ofHours(8).plusMinutes(1));

        assertThat(journey.browser().get(address).location()).isEqualTo("/inloggen");
    }

    @AfterEach
    void now() {
        server.clock().moveTo(Duration.ZERO);
    }

    /** Spring Session looks at the time itself, so the row is made older instead. */
    private void leaveAlone(int seconds) {
        assertThat(server.sql("update spring_session set last_access_time = last_access_time - " + seconds * 1000L
                        + ", expiry_time = expiry_time - " + seconds * 1000L + " where session_id = '"
                        + id(journey.browser()) + "'"))
                .isEqualTo(1);
    }

    private int seconds(Browser browser) {
        return server.count("generate_series(1, (select max_inactive_interval from spring_session where session_id = '"
                + id(browser) + "'))");
    }

    private static String id(Browser browser) {
        return new String(Base64.getDecoder().decode(browser.sessionId()), StandardCharsets.US_ASCII);
    }

    private static long idleClaim(Answer answer) throws ParseException {
        return SignedJWT.parse(answer.json().path("id_token").asText())
                .getJWTClaimsSet()
                .getLongClaim("session_idle");
    }
}
