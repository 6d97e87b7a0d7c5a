package nl.inzage.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The one command: starts the dossier with its demo people, or loads a folder of FHIR bundles into a running one. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            System.exit(run(List.of(arguments), System.getenv()));
        } catch (StartRefused e) {
            System.err.println("inzage: " + e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("inzage: reading or writing failed: " + e.getMessage());
            System.exit(1);
        }
    }

    private static int run(List<String> arguments, Map<String, String> environment)
            throws StartRefused, IOException, InterruptedException {
        Path home = Path.of(System.getProperty("inzage.home", ".."))
                .toAbsolutePath()
                .normalize();
        return 0;
    }
}
