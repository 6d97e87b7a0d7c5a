package nl.inzage.auth.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** The watch over the log sees a leak that is planted: without this, all other tests would be green for nothing. */
class NoSecretsInLogsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // a line | whether it leaks the code 482913
                "code 482913 was wrong          | true",
                "482913                         | true",
                "{\"code\":\"482913\"}          | true",
                "?code=482913&state=x           | true",
                "it took 1482913 ns             | false",
                "id 4829135                     | false",
                "ab482913cd                     | false",
                "code 482914 was wrong          | false"
            })
    void a_line_leaks_a_code_when_it_is_a_word_of_its_own(String line, boolean leaks) {
        LogWatch watch = new LogWatch();
        watch.guard("a code", "482913");

        watch.read(line);

        assertThat(watch.leaks().isPresent()).isEqualTo(leaks);
    }

    @Test
    void a_secret_that_becomes_known_after_it_was_logged_is_found_and_not_repeated() {
        LogWatch watch = new LogWatch();
        watch.read("the token is 3f8Kq2");

        watch.guard("the token", "3f8Kq2");

        assertThat(watch.leaks()).contains("the token in: the token is <here>");
        assertThat(watch.leaks()).isEmpty();
    }

    @Test
    void each_kind_of_secret_is_seen_on_its_way_through_the_real_log() {
        NoSecretsInLogs.sent(Map.of("password", "Canary p4ssword", "code", "Canary-c0de", "username", "canary.user"));
        NoSecretsInLogs.given(Map.of("access_token", "canary.access.token", "scope", "canary/Patient.r"));
        NoSecretsInLogs.session("canary-session");
        NoSecretsInLogs.guardContact("+31600000001");
        NoSecretsInLogs.code("735162");

        assertThat(leakOf("nothing canary.user may see, canary/Patient.r")).isEmpty();
        assertThat(leakOf("wrong: Canary p4ssword")).contains("the field password");
        assertThat(leakOf("wrong: Canary-c0de.")).contains("the field code");
        assertThat(leakOf("Bearer canary.access.token")).contains("the access_token");
        assertThat(leakOf("session canary-session")).contains("a session");
        assertThat(leakOf("to +31600000001")).contains("a phone or mailbox");
        assertThat(leakOf("sms 735162")).contains("a code");
        assertThat(leakOf("patient " + People.ANNA.number())).contains("the number of a person");
    }

    private static String leakOf(String line) {
        LoggerFactory.getLogger(NoSecretsInLogsTest.class).warn(line);
        return NoSecretsInLogs.leaks();
    }
}
