package nl.inzage.launcher.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an app reads from its environment, an operator can find and a container gets. */
class SettingsTest {

    private static final Path HOME = Path.of("..");
    private static final Pattern READ = Pattern.compile("\\$\\{(INZAGE_\\w+)");
    private static final Set<String> DEMO_ONLY = Set.of("INZAGE_OUTBOX_TOKEN");

    @ParameterizedTest
    @ValueSource(strings = {"fhir-server", "auth-server", "portal-app"})
    void every_variable_that_an_app_reads_is_explained(String app) throws IOException {
        String page = Files.readString(HOME.resolve("docs/deployment.md"));

        assertThat(variablesOf(app)).isNotEmpty().allMatch(variable -> page.contains("| `" + variable + "` |"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fhir-server", "auth-server", "portal-app"})
    void every_variable_that_an_app_reads_is_in_the_compose_file(String app) throws IOException {
        Set<String> expected = variablesOf(app);
        expected.removeAll(DEMO_ONLY);

        assertThat(compose(everySetting()).environment(app).keySet()).containsAll(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fhir-server", "auth-server", "portal-app"})
    void a_container_without_a_secret_is_not_started(String app) throws IOException {
        ComposeFile compose = compose(Map.of());

        assertThatThrownBy(() -> compose.environment(app)).hasMessageContaining("INZAGE_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings.env.example", "settings/clients.yaml", "settings/accounts.yaml"})
    void no_file_for_operators_holds_a_secret(String file) throws IOException {
        assertThat(Files.readAllLines(HOME.resolve("deploy").resolve(file)))
                .noneMatch(line -> line.matches("(?i)[A-Z_]*(password|secret|token)=.+"))
                .noneMatch(line -> line.matches("(?i)\\s*(password|secret):(?!\\s*\\$\\{).+"));
    }

    private static Map<String, String> everySetting() throws IOException {
        Map<String, String> settings = OperatorSettings.fresh().values();
        settings.put("INZAGE_SMS_GATEWAY_URL", "http://localhost/messages");
        return settings;
    }

    private static ComposeFile compose(Map<String, String> settings) throws IOException {
        return new ComposeFile(HOME.resolve("docker-compose.yml"), settings);
    }

    private static Set<String> variablesOf(String app) throws IOException {
        Matcher read = READ.matcher(Files.readString(HOME.resolve(app).resolve("src/main/resources/application.yml")));
        Set<String> variables = new TreeSet<>();
        while (read.find()) {
            variables.add(read.group(1));
        }
        return variables;
    }
}
