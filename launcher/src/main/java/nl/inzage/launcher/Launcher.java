package nl.inzage.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.inzage.launcher.demo.DemoDossiers;
import nl.inzage.launcher.load.FhirTarget;
import nl.inzage.launcher.load.LoadCommand;
import nl.inzage.launcher.load.LoadOptions;
import nl.inzage.launcher.load.Progress;
import nl.inzage.launcher.load.SystemClientKey;

/** The one command: starts the dossier with its demo people, or loads a folder of FHIR bundles into a running one. */
public final class Launcher {

    private static final String USAGE =
            """
            Usage:
              ./inzage                start the dossier
              ./inzage load FOLDER    push every FHIR R4 file of a folder into the running dossier
              ./inzage synthea N      make N Synthea dossiers and load them
              ./inzage reconcile      compare what people can read with what hospitals stored, and mend it
              ./inzage rebuild        write what people can read anew
              ./inzage conformance FHIR-BASE   hold a SMART server, this or another, against the specification""";

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
        Clock clock = Clock.systemUTC();
        if (arguments.isEmpty()) {
            new StartCommand(home, data, ports, System.out, clock).run();
            return 0;
        }
        if (arguments.size() == 2 && arguments.get(0).equals("load")) {
            return load(data, ports, Path.of(arguments.get(1)).toAbsolutePath(), clock);
        }
        if (arguments.size() == 1 && UpkeepCommand.TASKS.contains(arguments.get(0))) {
            return new UpkeepCommand(ports.fhirManagement(), Duration.ofSeconds(1), System.out).run(arguments.get(0));
        }
        System.err.println(USAGE);
        return 2;
    }

    private static int load(Path data, Ports ports, Path folder, Clock clock)
            throws StartRefused, IOException, InterruptedException {
        if (!Files.isDirectory(data)) {
            throw new StartRefused("There is no dossier in " + data + "; start one first with ./inzage.");
        }
        return new LoadCommand(
                        FhirTarget.fullDoor(Addresses.of(ports).fhir()),
                        SystemClientKey.in(data, DemoDossiers.CLIENT_ID),
                        data.resolve("load-report.ndjson"),
                        clock)
                .run(folder, LoadOptions.USUAL, Progress.standard(), System.out);
    }
}
