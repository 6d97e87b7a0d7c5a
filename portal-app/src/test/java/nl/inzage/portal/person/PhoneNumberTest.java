package nl.inzage.portal.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+31600000001",
                "+31 (0)6 0000 0001",
                "0031600000001",
                "0600000001",
                "06-00000001",
                "06 00 00 00 01"
            })
    void aDutchMobileNumberIsWrittenInPairs(String written) {
        assertThat(new PhoneNumber(written).inWords()).isEqualTo("06 00 00 00 01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+49 170 0000001", "010 - 000 00 01", "06000000", "bel de balie"})
    void anyOtherNumberStaysAsTheHospitalWroteIt(String written) {
        assertThat(new PhoneNumber(written).inWords()).isEqualTo(written);
    }
}
