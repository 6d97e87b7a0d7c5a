package nl.inzage.policy.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import nl.inzage.policy.login.NewPassword.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewPasswordTest {

    private static final Set<String> COMMON = Set.of("wachtwoord123", "qwertyuiop");

    @ParameterizedTest
    @CsvSource({
        "zeven t, TOO_SHORT",
        "acht tek, GOOD",
        "'          ', TOO_COMMON",
        "aaaaaaaaaaaaaaaa, TOO_COMMON",
        "1212121212121212, TOO_COMMON",
        "QwertyUiop, TOO_COMMON",
        "alle blauwe fietsen, GOOD",
        "Mijn Anna.Visser 1, HOLDS_USERNAME",
        "🚲🚲🚲🌧🌧🌧🏠🏠🏠🌳, GOOD"
    })
    void length_and_rarity_count_and_nothing_else(String password, Reason reason) {
        assertThat(NewPassword.judge(password, "anna.visser", COMMON::contains).reason())
                .isEqualTo(reason);
    }

    @Test
    void a_long_sentence_is_fine_and_a_book_is_not() {
        String sentence = "regen ".repeat(20) + "en wind";

        assertThat(NewPassword.judge(sentence, "", COMMON::contains).isAllowed())
                .isTrue();
        assertThat(NewPassword.judge("abc ".repeat(51), "", COMMON::contains).reason())
                .isEqualTo(Reason.TOO_LONG);
    }
}
