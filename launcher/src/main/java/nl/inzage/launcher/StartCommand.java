package nl.inzage.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Starts the dossier, tells where to go, and stops it when it is asked to. */
final class StartCommand {

    private final Path home;
    private final Path folder;
    private final Ports ports;
    private final PrintStream out;

    StartCommand(Path home, Path folder, Ports ports, PrintStream out) {
        this.home = home;
        this.folder = folder;
        this.ports = ports;
        this.out = out;
    }

    /**
     * Runs until Ctrl-C, or until a part ends by itself.
     *
     * @throws StartRefused when it cannot start or a part ended; everything has been stopped then
     */
    int run() throws StartRefused, IOException, InterruptedException {
        Steps steps = new Steps(out);
        try (DataFolder data = DataFolder.take(folder);
                Dossier dossier = new Dossier(home, data, ports, steps)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(dossier), "stop-the-dossier"));
            dossier.start(new StartFiles(
                    data.path().resolve("clients.yaml"), data.path().resolve("accounts.yaml")));
            String ended = dossier.awaitEndOfAnApp();
            throw new StartRefused(
                    "The " + ended + " ended by itself; see " + data.logs().resolve(ended + ".log") + ".");
        }
    }

    private void stop(Dossier dossier) {
        try {
            dossier.close();
            out.println("Stopped.");
        } catch (IOException e) {
            out.println("PostgreSQL did not stop as it should: " + e.getMessage());
        }
    }
}
