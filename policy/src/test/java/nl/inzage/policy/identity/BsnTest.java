package nl.inzage.policy.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BsnTest {

    @ParameterizedTest
    @ValueSource(strings = {"999911120", "999911533", "999901370"})
    void numbers_of_the_test_range_that_pass_the_eleven_test_are_accepted(String number) {
        assertThat(new Bsn(number).value()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999911121", "000000000", "99991112", "9999111200", "99991112a", ""})
    void anything_else_is_refused(String number) {
        assertThatThrownBy(() -> new Bsn(number)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_never_prints_itself() {
        assertThat(new Bsn("999911120")).hasToString("Bsn[hidden]");
        assertThatThrownBy(() -> new Bsn("999911121")).message().doesNotContain("999911121");
    }
}
