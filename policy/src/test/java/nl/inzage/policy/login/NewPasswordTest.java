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
        "Umcg 2026!, HOLDS_KNOWN_NAME",
        "mijn-U.M.C.G-dossier, HOLDS_KNOWN_NAME",
        "In Zage 2026!, HOLDS_KNOWN_NAME",
        "Groningen in de regen, GOOD",
        "🚲🚲🚲🌧🌧🌧🏠🏠🏠🌳, GOOD"
    })
    void length_and_rarity_count_and_nothing_else(String password, Reason reason) {
        assertThat(NewPassword.judge(password, "anna.visser", "UMCG", COMMON::contains)
                        .reason())
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "Maastricht UMC+, maastricht-umc2026, HOLDS_KNOWN_NAME",
        "Maastricht UMC+, Maastricht aan de Maas, GOOD",
        "Ziekenhuis De Linde, ZiekenhuisDeLinde1, HOLDS_KNOWN_NAME",
        "Ziekenhuis De Linde, Onder de linde is het koel, GOOD"
    })
    void the_whole_name_of_the_hospital_counts_and_no_word_of_it(String hospital, String password, Reason reason) {
        assertThat(NewPassword.judge(password, "anna.visser", hospital, COMMON::contains)
                        .reason())
                .isEqualTo(reason);
    }

    @Test
    void a_long_sentence_is_fine_and_a_book_is_not() {
        String sentence = "regen ".repeat(20) + "en wind";

        assertThat(NewPassword.judge(sentence, "", "UMCG", COMMON::contains).isAllowed())
                .isTrue();
        assertThat(NewPassword.judge("abc ".repeat(51), "", "UMCG", COMMON::contains)
                        .reason())
                .isEqualTo(Reason.TOO_LONG);
    }
}
