package nl.inzage.launcher.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Apps never import each other, so what both have is there twice, and the same. */
class SameScriptTest {

    @Test
    void the_warning_before_the_end_of_a_login_is_the_same_in_both_apps() throws IOException {
        assertThat(script("portal-app")).isEqualTo(script("auth-server"));
    }

    private static String script(String app) throws IOException {
        return Files.readString(Path.of("..", app, "src/main/resources/static/session.js"));
    }
}
