package nl.inzage.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class SettingsTest {

    private static final String GOOD = "a-long-word-that-nobody-guesses";

    private final ApplicationContextRunner server = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class)
            .withPropertyValues(
                    "inzage.db-url=jdbc:postgresql://localhost/inzage",
                    "inzage.fhir-db-password=" + GOOD,
                    "inzage.reader-db-password=" + GOOD,
                    "inzage.fhir-url=http://localhost:8081",
                    "inzage.issuer=http://localhost:9000",
                    "inzage.introspection-secret=" + GOOD);

    @Test
    void completeSettingsAreTakenAndTellNoSecret() {
        server.run(context ->
                assertThat(context.getBean(FhirServerSettings.class).toString()).doesNotContain(GOOD));
    }

    @Test
    void aMissingSecretIsNamedByItsVariable() {
        assertThat(refusal("inzage.fhir-db-password=")).contains("INZAGE_FHIR_DB_PASSWORD");
    }

    @Test
    void aDefaultOrShortSecretIsRefusedWithoutRepeatingIt() {
        for (String bad : new String[] {"short", "this-is-the-demo-password-of-all", "change-me-change-me-change-me"}) {
            assertThat(refusal("inzage.reader-db-password=" + bad))
                    .contains("INZAGE_READER_DB_PASSWORD")
                    .doesNotContain(bad);
        }
    }

    @Test
    void anotherDatabaseThanPostgresIsRefused() {
        assertThat(refusal("inzage.db-url=jdbc:h2:mem:x")).contains("INZAGE_DB_URL");
    }

    private String refusal(String setting) {
        String[] sentence = new String[1];
        server.withPropertyValues(setting).run(context -> {
            Throwable failure = catchThrowable(() -> context.getBean(FhirServerSettings.class));
            FailureAnalysis analysis = new SettingsFailureAnalyzer().analyze(failure.getCause());
            sentence[0] = analysis.getDescription() + analysis.getAction();
        });
        return sentence[0];
    }

    @Configuration
    @EnableConfigurationProperties(FhirServerSettings.class)
    static class Settings {}
}
