package nl.inzage.policy.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nl.inzage.policy.login.RecoveryRules.PasswordRecovery;
import nl.inzage.policy.login.RecoveryRules.UsernameRecovery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientNameTest {

    private static final PatientName PETRA = new PatientName("P", "Linden", Optional.empty(), "van der Linden");

    @ParameterizedTest
    @CsvSource({"--, false", "'', false", "l, false", "-l-, false", "li, true", "bo, false"})
    void at_least_two_letters_are_the_begin_of_a_surname(String begin, boolean found) {
        assertThat(PETRA.hasSurnameFrom(begin)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "Linden, true",
        "Boer-van der Linden, true",
        "van der Linden-de Boer, true",
        "Van Der Linden Boer, true",
        "van der Boer, false",
        "'', false"
    })
    void a_part_of_the_surname_is_shared_both_ways_and_a_prefix_is_none(String other, boolean shared) {
        assertThat(PETRA.sharesSurname(named("K", other))).isEqualTo(shared);
        assertThat(named("K", other).sharesSurname(PETRA)).isEqualTo(shared);
    }

    @ParameterizedTest
    @CsvSource({"pm, true", "P, true", "M, false", "'', true", "-, true"})
    void who_has_no_initial_may_have_any(String initials, boolean may) {
        assertThat(PETRA.mayShareInitial(named(initials, "Boer"))).isEqualTo(may);
    }

    @Test
    void nobody_is_named_by_initials_without_a_letter() {
        RecoveryRules rules =
                new RecoveryRules(PasswordRecovery.SECURITY_QUESTION, 5, UsernameRecovery.INITIAL_AND_SURNAME);

        assertThat(rules.names("-", "Linden", named("-", "Linden"))).isFalse();
        assertThat(rules.names("P", "Linden", named("P", "Linden"))).isTrue();
    }

    private static PatientName named(String initials, String surname) {
        return new PatientName(initials, surname, Optional.empty(), surname);
    }
}
