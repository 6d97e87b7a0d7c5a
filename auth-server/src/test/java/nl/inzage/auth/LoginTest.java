package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.Names;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The two steps of logging in, and what each of them gives away. */
class LoginTest {

    private final RunningServer server = RunningServer.shared();
    private final Journey journey = new Journey(server);
    /** An unknown name to which the rules of Dirk's hospital were given. */
    private final String nobody = Names.unknownLike("linde", server);

    @BeforeEach
    void forgetEarlierFailures() {
        server.forgetAttempts();
    }

    @Test
    void digid_comes_first_where_it_is_the_only_way_and_below_the_password_where_it_is_another() {
        String page = journey.browser().get("/inloggen").body();
        int password = page.indexOf("id=\"username\"");

        assertThat(page.indexOf("value=\"umcu\"")).isPositive().isLessThan(password);
        assertThat(page.indexOf("value=\"umcg\"")).isGreaterThan(password);
        assertThat(page).contains("Patiënten van UMC Utrecht loggen altijd in met DigiD");
    }

    @Test
    void known_and_unknown_user_names_get_the_same_answer() {
        List<Answer> answers =
                List.of(passwordOf(People.DIRK.username(), "not the password"), passwordOf(nobody, "not the password"));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(withoutTheTyped(answers.get(0))).isEqualTo(withoutTheTyped(answers.get(1)));
        assertThat(answers.get(0).http().headers().map().keySet())
                .isEqualTo(answers.get(1).http().headers().map().keySet());
        assertThat(answers.get(0).body()).contains("De gebruikersnaam of het wachtwoord klopt niet.");
    }

    @Test
    void after_a_mistake_the_cursor_stands_in_the_first_field_that_is_wrong() {
        assertThat(passwordOf(People.DIRK.username(), "not the password").body())
                .containsPattern("id=\"username\"[^>]*autofocus")
                .doesNotContainPattern("id=\"password\"[^>]*autofocus");
        assertThat(passwordOf(People.DIRK.username(), "").body())
                .containsPattern("id=\"password\"[^>]*autofocus")
                .doesNotContainPattern("id=\"username\"[^>]*autofocus");
    }

    @Test
    void who_forgot_the_password_finds_what_to_do_below_the_button() {
        assertThat(passwordOf(People.DIRK.username(), "").body())
                .containsPattern("type=\"submit\"[\\s\\S]*href=\"/wachtwoord-vergeten\"");
    }

    @Test
    void another_spelling_of_the_name_gets_no_guesses_of_its_own() {
        for (int i = 0; i < 2; i++) {
            passwordOf(People.DIRK.username(), "guess " + i);
        }

        assertThat(passwordOf(" " + People.DIRK.username().toUpperCase(Locale.ROOT), "guess")
                        .body())
                .contains("Wacht");
        assertThat(passwordOf(People.DIRK.username().replace('i', '\u0130'), People.PASSWORD)
                        .body())
                .contains("klopt niet");
    }

    @Test
    void the_wait_ends_and_a_full_login_forgets_the_failures() {
        for (int i = 0; i < 2; i++) {
            passwordOf(People.DIRK.username(), "guess " + i);
        }
        server.sql("update login_attempts set not_before = now()");

        assertThat(journey.logIn(People.DIRK).status()).isEqualTo(302);
        assertThat(server.sql("delete from login_attempts")).isZero();
    }

    @Test
    void parallel_guesses_gain_nothing() {
        List<Answer> answers = Parallel.times(12, () -> passwordOf(People.DIRK.username(), "guess"));

        assertThat(answers)
                .filteredOn(answer -> answer.body().contains("klopt niet"))
                .hasSize(2);
    }

    @Test
    void an_empty_form_says_what_is_missing_beside_each_field() {
        journey.browser().get("/inloggen");
        Answer answer = journey.password(" ", "");

        assertThat(answer.body())
                .contains("<title>Fout: Inloggen - Inzage</title>")
                .contains("id=\"username-error\"")
                .contains("aria-describedby=\"username-error\"")
                .contains("id=\"password-error\"")
                .contains("Vul uw wachtwoord in.");
    }

    @Test
    void the_password_alone_opens_nothing() {
        App portal = App.portal(server);
        journey.passPassword(People.DIRK);

        assertThat(journey.browser().get(portal.authorizeAddress()).location()).isEqualTo("/inloggen");
        assertThat(journey.browser().get("/toestemming?state=x").location()).isEqualTo("/inloggen");
    }

    @Test
    void the_session_gets_a_new_id_at_each_step_and_the_old_ones_are_dead() {
        journey.browser().get("/inloggen");
        String before = journey.browser().sessionId();
        journey.passPassword(People.DIRK);
        String pending = journey.browser().sessionId();
        journey.code(server.sms().newestCode(People.DIRK.phone()));
        String after = journey.browser().sessionId();

        assertThat(List.of(before, pending, after)).doesNotHaveDuplicates();
        for (String old : List.of(before, pending)) {
            Browser thief = new Browser(server.issuer());
            thief.useSession(old);
            assertThat(thief.get(App.portal(server).authorizeAddress()).location())
                    .isEqualTo("/inloggen");
            assertThat(thief.get("/inloggen/code").location()).startsWith("/inloggen?melding");
        }
    }

    @Test
    void the_session_cookie_is_for_this_server_only() {
        String cookie = new Browser(server.issuer()).get("/inloggen").header("Set-Cookie");

        assertThat(cookie)
                .startsWith("INZAGE_AUTH_SESSION=")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/");
    }

    @Test
    void a_form_without_its_token_changes_nothing() {
        Browser elsewhere = new Browser(server.issuer());
        Answer answer =
                elsewhere.post("/inloggen", Map.of("username", People.DIRK.username(), "password", People.PASSWORD));

        assertThat(answer.location()).isEqualTo("/inloggen?melding=verlopen");
        assertThat(elsewhere.get("/inloggen/code").location()).startsWith("/inloggen");
    }

    @Test
    void after_login_without_an_app_the_person_comes_to_the_portal() {
        assertThat(journey.logIn(People.DIRK).location())
                .isEqualTo(server.portal().address());
        assertThat(journey.browser().get("/inloggen").location())
                .isEqualTo(server.portal().address());
    }

    @Test
    void pages_are_not_kept_or_framed_and_run_one_script_of_our_own() {
        Answer page = journey.browser().get("/inloggen");

        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none';")
                .contains("frame-ancestors 'none'")
                .contains("script-src 'self';")
                .contains("form-action 'self' http://127.0.0.1:7777 ")
                .contains(" http://localhost:8080")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("style=\"");
        assertThat(page.body().split("<script", -1)).hasSize(2);
        assertThat(page.body()).contains("<script src=\"/passkeys.js\"");
    }

    @Test
    void english_is_one_link_away_and_stays() {
        assertThat(journey.browser().get("/inloggen").body())
                .contains("lang=\"nl\"")
                .contains("?taal=en");
        assertThat(journey.browser().get("/inloggen?taal=en").body())
                .contains("lang=\"en\"")
                .contains("User name");
        assertThat(journey.browser().get("/hulp").body())
                .contains("Help with logging in")
                .contains("<a class=\"utrecht-link\" href=\"/beveiliging\">Secure your login</a>");
        assertThat(journey.browser().get("/hulp?taal=xx").body()).contains("Help with logging in");
    }

    @Test
    void an_app_may_say_the_language_and_a_strange_cookie_changes_nothing() {
        Browser browser = journey.browser();
        browser.get(App.portal(server).authorizeAddress() + "&ui_locales=fr-FR%20en-GB%20nl");
        assertThat(browser.get("/inloggen").body()).contains("lang=\"en\"");

        Browser strange = new Browser(server.issuer());
        strange.useCookie("INZAGE_AUTH_TAAL", "de");
        assertThat(strange.get("/inloggen").body()).contains("lang=\"nl\"").contains("Gebruikersnaam");
    }

    @Test
    void a_name_that_no_database_takes_is_an_unknown_name() {
        assertThat(passwordOf("anna\0visser", "guess").body()).contains("klopt niet");
    }

    private Answer passwordOf(String username, String password) {
        Journey own = new Journey(server);
        own.browser().get("/inloggen");
        return own.password(username, password);
    }

    private String withoutTheTyped(Answer answer) {
        return answer.body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                .replace(People.DIRK.username(), "")
                .replace(nobody, "");
    }
}
