package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Enrolled;
import nl.inzage.auth.support.Enrolling;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.WrittenActs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** "Mijn account": what the page shows, and a new password or question. */
class OwnAccountTest {

    private static final String NEW = "Zwarte raaf boven de dijk";

    private final RunningServer server = RunningServer.shared();
    private final WrittenActs written = new WrittenActs(server);

    @AfterEach
    void forgetEarlierFailures() {
        server.forgetAttempts();
    }

    @Test
    void nobody_comes_here_without_logging_in() {
        assertThat(new Browser(server.issuer()).get("/account").location()).isEqualTo("/inloggen");
    }

    @Test
    void the_page_shows_what_happened_and_no_whole_phone_number() {
        Enrolled patient = Enrolled.at(server, "own-shows");
        Journey journey = patient.logIn();

        Answer page = journey.browser().get("/account");

        assertThat(page.body())
                .contains("Account gemaakt", patient.email())
                // When one logged in has a list of its own.
                .doesNotContain("<span>Ingelogd</span>")
                .contains("Eindigt op " + patient.mobile().substring(10))
                .doesNotContain(patient.mobile());
        assertThat(page.header("Cache-Control")).contains("no-store");
    }

    @Test
    void who_only_looks_at_an_account_pushes_nothing_off_its_list() {
        Enrolled patient = Enrolled.at(server, "own-looked-at");
        for (String act : List.of("patient_opened", "own_patient_refused")) {
            server.sql("insert into account_event (at, hospital, act, account_id) select now(), 'umcg', '" + act
                    + "', a.id from account a, generate_series(1, 20) where a.username = 'own-looked-at'");
        }

        assertThat(patient.logIn().browser().get("/account").body())
                .contains("Account gemaakt")
                .doesNotContain("Account bekeken", "Geweigerd");
    }

    @Test
    void a_new_question_is_kept_and_the_mailbox_hears_of_it() {
        Enrolled patient = Enrolled.at(server, "own-question");
        Journey journey = patient.logIn();
        journey.browser().get("/account");

        Answer done = journey.browser()
                .submit("/account/vraag", Map.of("question", "school", "answer", "De Regenboog aan zee"));

        assertThat(done.location()).isEqualTo("/account?melding=vraag");
        assertThat(server.count("security_question q join account a on a.id = q.account_id"
                        + " where a.username = 'own-question' and q.question = 'school'"))
                .isEqualTo(1);
        assertThat(server.sms().texts(patient.email())).last().asString().contains("beveiligingsvraag van uw account");
        assertThat(written.own("own-question", "question_changed")).isOne();
    }

    @Test
    void a_new_password_ends_the_other_sessions_and_keeps_this_one() {
        Enrolled patient = Enrolled.at(server, "own-password");
        Journey elsewhere = patient.logIn();
        Journey here = patient.logIn();
        here.browser().get("/account");

        Answer done = here.browser().submit("/account/wachtwoord", change(Enrolling.PASSWORD, NEW));

        assertThat(done.location()).isEqualTo("/account?melding=wachtwoord");
        assertThat(here.browser().get("/account").status()).isEqualTo(200);
        assertThat(elsewhere.browser().get("/account").location()).isEqualTo("/inloggen");
        assertThat(written.own("own-password", "password_changed")).isOne();
    }

    @Test
    void a_new_password_asks_for_the_current_one_and_is_refused_beside_its_field() {
        Enrolled patient = Enrolled.at(server, "own-current");
        Journey elsewhere = patient.logIn();
        Journey here = patient.logIn();
        assertThat(here.browser().get("/account").body()).contains("autocomplete=\"current-password\"");

        assertThat(here.browser().submit("/account/wachtwoord", change("", NEW)).body())
                .contains("id=\"current-error\"", "Vul uw wachtwoord van nu in");
        assertThat(here.browser()
                        .submit("/account/wachtwoord", change("Niet dit wachtwoord", NEW))
                        .body())
                .contains("id=\"current-error\"", "Dit is niet uw wachtwoord van nu");

        assertThat(elsewhere.browser().get("/account").status()).isEqualTo(200);
        assertThat(failures("own-current")).isOne();
        assertThat(here.browser()
                        .submit("/account/wachtwoord", change(Enrolling.PASSWORD, NEW))
                        .location())
                .isEqualTo("/account?melding=wachtwoord");
        assertThat(failures("own-current")).isZero();
    }

    @Test
    void wrong_current_passwords_lead_to_what_those_of_a_login_do() {
        Enrolled patient = Enrolled.at(server, "own-guessed");
        Journey here = patient.logIn();
        here.browser().get("/account");
        for (int guess = 1; guess <= 6; guess++) {
            here.browser().submit("/account/wachtwoord", change("Niet dit wachtwoord", NEW));
        }

        Answer right = here.browser().submit("/account/wachtwoord", change(Enrolling.PASSWORD, NEW));

        assertThat(right.body()).contains("id=\"current-error\"", "te vaak een verkeerd wachtwoord");
        assertThat(written.own("own-guessed", "password_blocked")).isOne();
        assertThat(written.own("own-guessed", "password_changed")).isZero();
        Journey next = new Journey(server);
        next.browser().get("/inloggen");
        assertThat(next.password("own-guessed", Enrolling.PASSWORD).body())
                .contains("Dit wachtwoord werkt daarom niet meer");
    }

    @Test
    void a_form_that_is_not_complete_costs_no_try() {
        Enrolled patient = Enrolled.at(server, "own-incomplete");
        Journey here = patient.logIn();
        here.browser().get("/account");

        here.browser().submit("/account/wachtwoord", change("Niet dit wachtwoord", "kort"));

        assertThat(failures("own-incomplete")).isZero();
    }

    private static Map<String, String> change(String current, String to) {
        return Map.of("current", current, "password", to, "again", to);
    }

    private int failures(String username) {
        return server.count("login_attempts where username_hash = encode(sha256('" + username
                + "'::bytea), 'hex') and password_failures = 1");
    }
}
