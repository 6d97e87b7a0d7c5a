package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Enrolled;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.WrittenActs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** "Mijn account": where somebody is logged in, and ending that. */
class OwnLoginsTest {

    private final RunningServer server = RunningServer.shared();
    private final WrittenActs written = new WrittenActs(server);

    @AfterEach
    void now() {
        server.clock().moveTo(Duration.ZERO);
    }

    @Test
    void other_sessions_and_what_they_started_can_be_ended() {
        Enrolled patient = Enrolled.at(server, "own-others");
        App portal = App.portal(server);
        Journey elsewhere = patient.logIn();
        String refresh = Tokens.refreshToken(portal.redeem(elsewhere.nextCodeFor(portal)));
        Journey here = patient.logIn();
        here.browser().get("/account");

        here.browser().submit("/account/elders-uitloggen", Map.of());

        assertThat(Tokens.error(portal.refresh(refresh))).isEqualTo("400 invalid_grant");
        assertThat(elsewhere.browser().get("/account").location()).isEqualTo("/inloggen");
        assertThat(here.browser().get("/account").status()).isEqualTo(200);
        assertThat(written.own("own-others", "session_ended")).isOne();
    }

    @Test
    void each_session_is_listed_and_one_can_be_ended_with_what_it_started() {
        Enrolled patient = Enrolled.at(server, "own-one");
        App portal = App.portal(server);
        Journey first = patient.logIn();
        Journey second = patient.logIn();
        String refresh = Tokens.refreshToken(portal.redeem(second.nextCodeFor(portal)));
        Journey here = patient.logIn();
        String page = here.browser().get("/account").body();

        assertThat(page).contains("U bent op 4 plaatsen ingelogd", "Hier: Wachtwoord en code per sms, sinds ");
        // Who makes an account is logged in with that.
        assertThat(keys(page)).hasSize(3);
        // The one that was used last comes first.
        here.browser()
                .submit("/account/sessie-uitloggen", Map.of("login", keys(page).get(0)));

        assertThat(second.browser().get("/account").location()).isEqualTo("/inloggen");
        assertThat(Tokens.error(portal.refresh(refresh))).isEqualTo("400 invalid_grant");
        assertThat(first.browser().get("/account").status()).isEqualTo(200);
        assertThat(keys(here.browser().get("/account").body())).hasSize(2);
        assertThat(written.own("own-one", "session_ended")).isOne();
    }

    @Test
    void a_login_that_goes_on_in_the_portal_only_is_listed_and_can_be_ended() {
        Enrolled patient = Enrolled.at(server, "own-portal");
        App portal = App.portal(server);
        Journey elsewhere = patient.logIn();
        Answer tokens = portal.redeem(elsewhere.nextCodeFor(portal));
        server.sql("delete from spring_session where principal_name = (select id::text from account where username ="
                + " 'own-portal')");
        Journey here = patient.logIn();

        String page = here.browser().get("/account").body();

        assertThat(page).contains("U bent op 2 plaatsen ingelogd", "/account/elders-uitloggen");
        assertThat(keys(page)).hasSize(1);
        here.browser()
                .submit("/account/sessie-uitloggen", Map.of("login", keys(page).get(0)));
        assertThat(here.browser().get("/account").body())
                .contains("U bent alleen hier ingelogd")
                .doesNotContain("/account/elders-uitloggen");
        assertThat(Tokens.error(portal.refresh(Tokens.refreshToken(tokens)))).isEqualTo("400 invalid_grant");
    }

    @Test
    void after_five_minutes_no_login_is_ended_without_logging_in_again() {
        Enrolled patient = Enrolled.at(server, "own-stale");
        Journey elsewhere = patient.logIn();
        Journey here = patient.logIn();
        String other = keys(here.browser().get("/account").body()).get(0);
        server.clock().moveTo(Duration.ofMinutes(6));

        Answer one = here.browser().submit("/account/sessie-uitloggen", Map.of("login", other));
        Answer all = here.browser().submit("/account/elders-uitloggen", Map.of());

        assertThat(List.of(one.location(), all.location())).containsOnly("/account?melding=opnieuw");
        assertThat(here.browser().get("/account").body())
                .contains("om ergens anders uit te loggen")
                .doesNotContain("/account/sessie-uitloggen", "/account/elders-uitloggen");
        assertThat(elsewhere.browser().get("/account").status()).isEqualTo(200);
        assertThat(written.own("own-stale", "session_ended")).isZero();
    }

    @Test
    void nobody_ends_what_the_login_of_another_started() {
        Enrolled mine = Enrolled.at(server, "own-mygrant");
        Enrolled theirs = Enrolled.at(server, "own-theirgrant");
        App portal = App.portal(server);
        String refresh = Tokens.refreshToken(portal.redeem(theirs.logIn().nextCodeFor(portal)));
        Journey other = theirs.logIn();
        Journey me = mine.logIn();
        me.browser().get("/account");

        for (String key : keys(other.browser().get("/account").body())) {
            me.browser().submit("/account/sessie-uitloggen", Map.of("login", key));
        }

        assertThat(portal.refresh(refresh).status()).isEqualTo(200);
    }

    @Test
    void nobody_ends_the_session_of_another() {
        Enrolled mine = Enrolled.at(server, "own-mine");
        Enrolled theirs = Enrolled.at(server, "own-theirs");
        theirs.logIn();
        Journey other = theirs.logIn();
        Journey me = mine.logIn();
        me.browser().get("/account");

        for (String key : keys(other.browser().get("/account").body())) {
            me.browser().submit("/account/sessie-uitloggen", Map.of("login", key));
        }

        assertThat(keys(other.browser().get("/account").body())).hasSize(2);
    }

    @Test
    void logins_stay_on_the_page_however_much_else_happens() {
        Enrolled patient = Enrolled.at(server, "own-logins");
        Journey here = patient.logIn();
        server.sql(
                "insert into account_event (at, hospital, act, account_id) select now(), 'umcg', 'patient_opened', id"
                        + " from account, generate_series(1, 30) where username = 'own-logins'");

        String page = here.browser().get("/account").body();

        assertThat(page.substring(page.indexOf("Wanneer er is ingelogd"), page.indexOf("Waar u bent ingelogd")))
                .containsPattern("<li [^>]*><span>[0-9]+ [a-z]+ 20[0-9]{2}");
    }

    private static List<String> keys(String page) {
        return Pattern.compile("name=\"login\" value=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
