package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Enrolled;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.Test;

/** "Mijn account": what the page shows, and a new password or question. */
class OwnAccountTest {

    private static final String NEW = "Zwarte raaf boven de dijk";

    private final RunningServer server = RunningServer.shared();

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
    }

    @Test
    void a_new_password_ends_the_other_sessions_and_keeps_this_one() {
        Enrolled patient = Enrolled.at(server, "own-password");
        Journey elsewhere = patient.logIn();
        Journey here = patient.logIn();
        here.browser().get("/account");

        Answer done = here.browser().submit("/account/wachtwoord", Map.of("password", NEW, "again", NEW));

        assertThat(done.location()).isEqualTo("/account?melding=wachtwoord");
        assertThat(here.browser().get("/account").status()).isEqualTo(200);
        assertThat(elsewhere.browser().get("/account").location()).isEqualTo("/inloggen");
    }
}
