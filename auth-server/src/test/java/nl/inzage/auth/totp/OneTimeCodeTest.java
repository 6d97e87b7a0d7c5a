package nl.inzage.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes are those of RFC 6238 and RFC 4226; the key reads as every app writes it. */
class OneTimeCodeTest {

    private static final byte[] SECRET_OF_THE_RFC = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The last six of the eight digits in appendix B of RFC 6238, for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void the_codes_are_those_of_the_standard(long second, String code) {
        assertThat(OneTimeCode.of(SECRET_OF_THE_RFC, OneTimeCode.step(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    @Test
    void a_step_lasts_thirty_seconds() {
        assertThat(OneTimeCode.step(Instant.ofEpochSecond(29))).isZero();
        assertThat(OneTimeCode.step(Instant.ofEpochSecond(30))).isEqualTo(1);
    }

    @Test
    void the_key_is_written_in_base32_and_in_groups_of_four() {
        AppSecret secret = new AppSecret(SECRET_OF_THE_RFC);

        assertThat(secret.typed()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(secret.grouped()).startsWith("GEZD GNBV ").endsWith(" OJQ".strip());
        assertThat(secret.address("Inzage Ziekenhuis De Linde", "anna@thuis"))
                .isEqualTo("otpauth://totp/Inzage%20Ziekenhuis%20De%20Linde:anna%40thuis"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Inzage%20Ziekenhuis%20De%20Linde");
        assertThat(secret).hasToString("AppSecret[hidden]");
    }
}
