package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The code: six digits by SMS, five minutes, three tries, for one login in one browser. */
class LoginCodeTest {

    private static final People GERRIT = People.GERRIT;

    private final RunningServer server = RunningServer.shared();
    private final Journey journey = new Journey(server);

    @AfterEach
    void everythingWorksAgain() {
        server.sms().fail(false);
        server.fhir().fail(false);
        server.forgetAttempts();
    }

    @Test
    void the_page_says_where_the_code_went_and_whose_page_it_is() {
        Answer page = journey.passPassword(GERRIT);

        assertThat(page.body())
                .contains(
                        "eindigt op " + GERRIT.phone().substring(GERRIT.phone().length() - 2))
                .contains("Ziekenhuis De Linde")
                .contains("autocomplete=\"one-time-code\"")
                .doesNotContain(GERRIT.phone());
        assertThat(server.sms().texts(GERRIT.phone())).last().asString().startsWith("Uw code voor Inzage is ");
    }

    @Test
    void the_text_is_in_the_language_of_the_account() {
        journey.passPassword(People.CARLA);

        assertThat(server.sms().texts(People.CARLA.phone())).last().asString().startsWith("Your code for Inzage");
    }

    @Test
    void a_pasted_code_with_spaces_is_fine() {
        journey.passPassword(GERRIT);
        String code = newest();

        Answer answer = journey.code(" " + code.substring(0, 3) + " " + code.substring(3));

        assertThat(answer.status()).isEqualTo(302);
    }

    @Test
    void who_typed_nothing_is_told_so_and_not_that_the_code_is_wrong() {
        journey.passPassword(GERRIT);

        assertThat(journey.code("").body())
                .contains("U hebt nog geen code ingevuld")
                .doesNotContain("De code is niet goed");
        assertThat(journey.code("12").body()).contains("De code is niet goed");
    }

    @Test
    void three_wrong_codes_end_the_login_and_then_the_right_one_is_too_late() {
        journey.passPassword(GERRIT);
        String right = newest();

        assertThat(journey.code(other(right)).body()).contains("Deze code klopt niet");
        assertThat(journey.code(other(right)).body()).contains("Wacht 1 minuut en probeer het dan opnieuw");
        assertThat(journey.code(right).body()).contains("Wacht 1 minuut en probeer het dan opnieuw");
        waitAsTold();
        assertThat(journey.code(other(right)).location()).isEqualTo("/inloggen?melding=pogingen");
        assertThat(journey.code(right).location()).startsWith("/inloggen?melding");
    }

    @Test
    void wrong_codes_count_although_each_login_is_left_in_time() {
        for (int i = 0; i < 2; i++) {
            Journey guess = new Journey(server);
            guess.passPassword(GERRIT);
            String right = newest();
            guess.code(other(right));
        }
        journey.browser().get("/inloggen");

        assertThat(journey.password(GERRIT.username(), People.PASSWORD).body()).contains("U hebt te vaak");
    }

    @Test
    void parallel_tries_are_no_more_than_three() {
        journey.passPassword(GERRIT);
        String wrong = other(newest());

        List<Answer> answers = Parallel.times(16, () -> journey.code(wrong));

        assertThat(answers)
                .filteredOn(answer -> answer.status() == 200 && answer.body().contains("Deze code klopt niet"))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(server.sql("update pending_login set tries = tries where tries > 3"))
                .isZero();
    }

    @Test
    void a_code_is_good_for_five_minutes() {
        journey.passPassword(GERRIT);
        assertThat(server.sql("update pending_login set tries = tries "
                        + "where code_expires_at > now() + interval '5 minutes'"))
                .isZero();
        server.sql("update pending_login set code_expires_at = now()");

        assertThat(journey.code(newest()).body()).contains("De code is te oud", "Deze code is niet meer geldig");
    }

    @Test
    void a_code_works_once() {
        journey.passPassword(GERRIT);
        String code = newest();
        Journey twin = new Journey(server);
        twin.browser().useSession(journey.browser().sessionId());
        twin.browser().get("/inloggen/code");

        assertThat(journey.code(code).status()).isEqualTo(302);
        assertThat(twin.code(code).location()).startsWith("/inloggen?melding");
    }

    @Test
    void a_code_belongs_to_one_login_in_one_browser() {
        journey.passPassword(GERRIT);
        String code = newest();
        Journey other = new Journey(server);
        other.passPassword(GERRIT);

        assertThat(code).isNotEqualTo(newest());
        assertThat(other.code(code).body()).contains("Deze code klopt niet");
    }

    @Test
    void a_new_code_voids_the_old_one_and_cannot_be_asked_without_end() {
        journey.passPassword(GERRIT);
        String old = newest();

        assertThat(again().location()).isEqualTo("/inloggen/code?melding=wacht");
        waitHalfAMinute();
        assertThat(again().location()).isEqualTo("/inloggen/code?melding=nieuw");
        assertThat(journey.code(old).body()).contains("Deze code klopt niet");
        waitHalfAMinute();
        assertThat(again().location()).isEqualTo("/inloggen/code?melding=nieuw");
        waitHalfAMinute();
        assertThat(again().location()).isEqualTo("/inloggen/code?melding=wacht");
        assertThat(journey.code(newest()).status()).isEqualTo(302);
    }

    @Test
    void when_no_sms_can_be_sent_the_page_says_so() {
        server.sms().fail(true);
        journey.browser().get("/inloggen");

        Answer answer = journey.password(GERRIT.username(), People.PASSWORD);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("Wij kunnen nu geen code sturen");
    }

    private Answer again() {
        journey.browser().get("/inloggen/code");
        return journey.browser().submit("/inloggen/code/opnieuw", Map.of());
    }

    private void waitAsTold() {
        server.sql("update login_attempts set not_before = now(), code_not_before = now()");
    }

    private void waitHalfAMinute() {
        server.sql("update pending_login set last_sent_at = last_sent_at - interval '31 seconds'");
    }

    private String newest() {
        return server.sms().newestCode(GERRIT.phone());
    }

    private static String other(String code) {
        return (code.charAt(0) == '9' ? '0' : '9') + code.substring(1);
    }
}
