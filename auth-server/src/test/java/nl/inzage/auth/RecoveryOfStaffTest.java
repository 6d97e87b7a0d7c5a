package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.Names;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** "Wachtwoord vergeten" for who answers no question: a stranger can block nobody with it, and tell nobody apart. */
class RecoveryOfStaffTest {

    private static final Map<String, String> WRONG = Map.of("born", "1-1-1950", "answer", "niet dit");

    private final RunningServer server = RunningServer.shared();
    private final Browser browser = new Browser(server.issuer());

    @AfterEach
    void forgetEarlierFailures() {
        server.forgetAttempts();
    }

    @ParameterizedTest
    @EnumSource(
            value = People.class,
            names = {"WIM", "DESK", "DESK_UMCG", "CLINIC_AMC"})
    void wrong_answers_block_nobody_who_is_asked_no_question(People person) {
        begin(person.username());
        for (int i = 0; i < 5; i++) {
            assertThat(browser.submit("/wachtwoord-vergeten/vraag", WRONG).location())
                    .isEqualTo("/wachtwoord-vergeten");
        }

        assertThat(browser.get("/wachtwoord-vergeten/vraag").location()).isEqualTo("/wachtwoord-vergeten");
        assertThat(server.count("login_attempts where answer_failures > 0 or blocked_at is not null"))
                .isZero();
        assertThat(new Journey(server).logIn(person).status()).isEqualTo(302);
    }

    @Test
    void an_unknown_name_is_led_and_blocked_as_an_employee_is() {
        String nobody = Names.unknownLikeStaffOf("umcg", server);

        assertThat(begin(nobody)).isEqualTo(begin(People.DESK_UMCG.username()));
        assertThat(afterSix(nobody)).isEqualTo(afterSix(People.DESK_UMCG.username()));
    }

    private String begin(String username) {
        browser.get("/wachtwoord-vergeten");
        return browser.submit("/wachtwoord-vergeten", Map.of("username", username))
                .location();
    }

    private List<String> afterSix(String username) {
        Journey journey = new Journey(server);
        journey.browser().get("/inloggen");
        return IntStream.range(0, 6)
                .mapToObj(attempt -> {
                    server.sql("update login_attempts set not_before = now()");
                    return journey.password(username, "guess");
                })
                .map(Answer::body)
                .map(body ->
                        body.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "").replace(username, ""))
                .toList();
    }
}
