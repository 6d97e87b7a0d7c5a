package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A setting that is missing or wrong stops the start with one sentence that names the variable, never the value. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    private static final String WEAK = "the-demo-password-from-the-readme";

    @Test
    void missing_settings_are_named(CapturedOutput output) {
        assertThatThrownBy(() -> start(Map.of("INZAGE_CLIENTS_FILE", "", "INZAGE_SMS_GATEWAY_URL", "")));

        assertThat(output)
                .contains("INZAGE_CLIENTS_FILE is missing.")
                .contains("INZAGE_SMS_GATEWAY_URL is missing.")
                .doesNotContain("at nl.inzage");
    }

    @Test
    void an_example_secret_is_refused_without_repeating_it(CapturedOutput output) {
        assertThatThrownBy(() -> start(Map.of("INZAGE_SMS_GATEWAY_TOKEN", WEAK, "INZAGE_AUTH_DB_PASSWORD", "short")));

        assertThat(output)
                .contains("INZAGE_SMS_GATEWAY_TOKEN looks like a value from an example.")
                .contains("INZAGE_AUTH_DB_PASSWORD must have at least 24 characters.")
                .doesNotContain(WEAK);
    }

    @Test
    void an_address_that_is_none_is_refused(CapturedOutput output) {
        assertThatThrownBy(() -> start(Map.of("INZAGE_ISSUER", "not an address at all")));

        assertThat(output)
                .contains("INZAGE_ISSUER has a value of the wrong form.")
                .doesNotContain("not an address");
    }

    @Test
    void a_database_that_does_not_answer_is_named(CapturedOutput output) {
        assertThatThrownBy(() -> start(Map.of("INZAGE_DB_URL", "jdbc:postgresql://127.0.0.1:1/inzage")));

        assertThat(output)
                .contains("The database of INZAGE_DB_URL does not answer.")
                .doesNotContain("at nl.inzage");
    }

    private static void start(Map<String, String> changed) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("INZAGE_AUTH_PORT", "0");
        settings.put("INZAGE_AUTH_MANAGEMENT_PORT", "0");
        settings.put("INZAGE_ISSUER", "http://localhost:9000");
        settings.put("INZAGE_AUTH_DB_PASSWORD", "w8Gd2RfJ6sKp1VnQ4tYx7ZbM");
        settings.put("INZAGE_AUTH_ENCRYPTION_KEY", "q2Wc8RtY5uPz1LxN7vKs3JhD");
        settings.put("INZAGE_CLIENTS_FILE", "clients.yaml");
        settings.put("INZAGE_ACCOUNTS_FILE", "accounts.yaml");
        settings.put("INZAGE_SMS_GATEWAY_URL", "http://localhost:1/sms");
        settings.put("INZAGE_SMS_GATEWAY_TOKEN", "kN4v0pWq7TzR2mXa9LcE5yHb");
        settings.putAll(changed);
        SpringApplication.run(
                AuthServerApplication.class,
                settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }
}
