package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.Names;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.WrittenActs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What wrong passwords and codes lead to at each hospital (F13 to F15), for names that exist and for names that do not. */
class LockoutTest {

    private final RunningServer server = RunningServer.shared();
    private final WrittenActs written = new WrittenActs(server);

    @AfterEach
    void forgetEarlierFailures() {
        server.forgetAttempts();
    }

    @ParameterizedTest
    @CsvSource({
        "mumc, WIM, 2, Wacht 1 minuut",
        "mumc, WIM, 3, Wacht 2 minuten",
        "mumc, WIM, 9, Wacht 30 minuten",
        "umcg, IDA, 5, klopt niet",
        "umcg, IDA, 6, Dit wachtwoord werkt daarom niet meer",
        "amcvumc, JAAP, 2, Kies een nieuw wachtwoord",
        "amcvumc, JAAP, 6, Mail de servicedesk",
        "linde, DIRK, 2, Wacht 1 minuut",
        "linde, DIRK, 6, Bel de helpdesk"
    })
    void a_known_and_an_unknown_name_meet_the_same(String hospital, People person, int failures, String words) {
        String unknown = Names.unknownLike(hospital, server);
        Answer known = after(failures, person.username());
        Answer nobody = after(failures, unknown);

        assertThat(known.body()).contains(words);
        assertThat(known.status()).isEqualTo(nobody.status());
        assertThat(plain(known, person.username())).isEqualTo(plain(nobody, unknown));
    }

    @Test
    void whoever_is_blocked_is_told_so_whether_or_not_the_password_is_right() {
        after(6, People.DIRK.username());

        Answer right = attempt(People.DIRK.username(), People.PASSWORD);
        Answer wrong = attempt(People.DIRK.username(), "guess");

        assertThat(right.body()).contains("Uw account is daarom geblokkeerd");
        assertThat(plain(right, "")).isEqualTo(plain(wrong, ""));
    }

    @Test
    void the_right_password_in_between_breaks_the_row() {
        after(5, People.IDA.username());
        new Journey(server).logIn(People.IDA);

        assertThat(after(5, People.IDA.username()).body()).contains("klopt niet");
    }

    @Test
    void of_32_parallel_guesses_five_are_judged_as_such_and_the_sixth_blocks() {
        int before = written.own(People.IDA.username(), "password_blocked");

        List<Answer> answers = Parallel.times(32, () -> attempt(People.IDA.username(), "guess"));

        assertThat(answers)
                .filteredOn(answer -> answer.body().contains("klopt niet"))
                .hasSize(5);
        assertThat(answers)
                .filteredOn(answer -> answer.body().contains("Dit wachtwoord werkt daarom niet meer"))
                .hasSize(27);
        assertThat(server.sql("update login_attempts set password_failures = 6 where password_failures = 6"))
                .isEqualTo(1);
        assertThat(written.own(People.IDA.username(), "password_blocked")).isEqualTo(before + 1);
    }

    @Test
    void wrong_codes_block_the_account_and_not_the_password() {
        for (int login = 0; login < 2; login++) {
            Journey journey = new Journey(server);
            journey.passPassword(People.KARIN);
            String wrong = other(server.sms().newestCode(People.KARIN.phone()));
            for (int i = 0; i < 3; i++) {
                Answer answer = journey.code(wrong);
                assertThat(answer.body() + answer.location())
                        .containsAnyOf("Deze code klopt niet", "pogingen", "Bel de helpdesk");
            }
        }

        assertThat(attempt(People.KARIN.username(), People.PASSWORD).body()).contains("Bel de helpdesk");
    }

    @Test
    void staff_of_a_hospital_with_digid_only_log_in_with_a_password_and_are_blocked_too() {
        assertThat(new Journey(server).logIn(People.DESK_UMCU).status()).isEqualTo(302);
        assertThat(after(6, People.DESK_UMCU.username()).body()).contains("Bel de helpdesk");
    }

    private Answer after(int failures, String username) {
        Answer last = null;
        for (int i = 0; i < failures; i++) {
            server.sql("update login_attempts set not_before = now()");
            last = attempt(username, "guess");
        }
        return last;
    }

    private Answer attempt(String username, String password) {
        Journey journey = new Journey(server);
        journey.browser().get("/inloggen");
        return journey.password(username, password);
    }

    private static String plain(Answer answer, String username) {
        return answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "").replace(username, "");
    }

    private static String other(String code) {
        return (code.charAt(0) == '9' ? '0' : '9') + code.substring(1);
    }
}
