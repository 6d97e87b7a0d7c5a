package nl.inzage.launcher.client;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fetches the client libraries that other people wrote, as their authors published them. Without Node.js the tests are
 * skipped, and say so; with {@code INZAGE_NODE_REQUIRED=true} that is a failure.
 */
final class RealClients implements BeforeAllCallback {

    static final Path FOLDER = Path.of("src/test/clients").toAbsolutePath();

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (!runs("node", "--version") || !runs("npm", "--version")) {
            without("No Node.js found: install node and npm to let the client libraries of others log in.");
        }
        if (!Files.exists(FOLDER.resolve("node_modules/.package-lock.json")) && !runs("npm", "ci")) {
            without("The client libraries could not be fetched with npm.");
        }
    }

    private static void without(String sentence) {
        if ("true".equals(System.getenv("INZAGE_NODE_REQUIRED"))) {
            fail(sentence);
        }
        abort("SKIPPED. " + sentence);
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .directory(FOLDER.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
