package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.inzage.auth.Strangers.Seen;
import nl.inzage.auth.Strangers.State;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A stranger learns from no answer to a login whether somebody has an account: in each state of an account it is the
 * answer to a name that nobody has, to the byte, after the same statements and the same slow hashes.
 */
class EnumerationTest {

    private final RunningServer server = RunningServer.shared();
    private final Strangers strangers = new Strangers();

    @BeforeEach
    void makeAccounts() {
        strangers.makeAccounts();
    }

    @AfterEach
    void forget() {
        strangers.forget();
    }

    @ParameterizedTest
    @EnumSource
    void wrong_passwords_are_answered_as_of_nobody_up_to_and_beyond_the_block(State state) {
        for (int attempt = 1; attempt <= 8; attempt++) {
            assertThat(strangers.logIn(state.username(), "guess"))
                    .as("attempt %s", attempt)
                    .isEqualTo(strangers.logIn(strangers.nobodyLike(state), "guess"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_right_password_of_a_blocked_account_is_answered_as_any_of_nobody(State state) {
        for (int attempt = 1; attempt <= 8; attempt++) {
            strangers.logIn(state.username(), "guess");
            strangers.logIn(strangers.nobodyLike(state), "guess");
        }

        assertThat(strangers.logIn(state.username(), Strangers.PASSWORD))
                .isEqualTo(strangers.logIn(strangers.nobodyLike(state), Strangers.PASSWORD));
    }

    @Test
    void what_an_answer_takes_is_really_seen() {
        assertThat(strangers.logIn(State.KNOWN.username(), "guess").work())
                .contains("hash")
                .anyMatch(done -> done.contains("from account where lower(username)"))
                .anyMatch(done -> done.contains("update login_attempts"));
    }

    @Test
    void a_password_takes_two_slow_hashes_one_of_them_for_a_temporary_password() {
        for (String username : List.of(State.KNOWN.username(), strangers.nobodyLike(State.KNOWN))) {
            // The first signs of a temporary password of the desk and of a mail.
            for (String typed : List.of("a-guess", "z-guess")) {
                assertThat(strangers.logIn(username, typed).work())
                        .filteredOn("hash"::equals)
                        .hasSize(2);
            }
        }
    }

    @Test
    void the_right_password_of_who_died_is_answered_as_any_of_nobody() {
        assertThat(strangers.logIn(State.DECEASED.username(), Strangers.PASSWORD))
                .isEqualTo(strangers.logIn(strangers.nobodyLike(State.DECEASED), Strangers.PASSWORD));
    }

    @ParameterizedTest
    @EnumSource
    void a_code_asked_for_again_without_the_password_is_answered_as_of_nobody(State state) {
        assertThat(again(state.username())).isEqualTo(again(strangers.nobodyLike(state)));
    }

    private Seen again(String username) {
        Browser browser = new Browser(server.issuer());
        browser.get("/inloggen");
        browser.submit("/inloggen", Map.of("username", username, "password", "guess"));
        return strangers.seen(() -> browser.submit("/inloggen/code/opnieuw", Map.of()), username);
    }
}
