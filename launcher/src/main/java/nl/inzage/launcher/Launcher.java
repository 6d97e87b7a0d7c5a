package nl.inzage.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The one command: starts the dossier with its demo people, or loads a folder of FHIR bundles into a running one. */
public final class Launcher {

    private static final String USAGE =
            """
            Usage:
              ./inzage                start the dossier
              ./inzage load FOLDER    push every FHIR R4 file of a folder into the running dossier
              ./inzage synthea N      make N Synthea dossiers and load them""";

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
        Path data = home.resolve(environment.getOrDefault("INZAGE_DATA", "data"));
        Ports ports = Ports.from(environment);
        if (arguments.isEmpty()) {
            return new StartCommand(home, data, ports, System.out).run();
        }
        System.err.println(USAGE);
        return 2;
    }
}
