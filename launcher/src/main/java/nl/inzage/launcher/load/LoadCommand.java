package nl.inzage.launcher.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The command {@code load}: pushes a folder of FHIR R4 files as a hospital's system and tells what came of it. */
public final class LoadCommand {

    private final Pusher pusher;

    public LoadCommand(Pusher pusher) {
        this.pusher = pusher;
    }

    /**
     * Loads the folder.
     *
     * @return the exit code: 0 when all of it is stored, 2 when there is no such folder
     */
    public int run(Path folder, Progress progress, PrintStream out) throws InterruptedException {
        if (!Files.isDirectory(folder)) {
            out.println("There is no folder " + folder + ".");
            return 2;
        }
        try {
            LoadSummary summary = pusher.pushFolder(folder, progress);
            out.println(summary.sentence());
            if (!summary.isComplete()) {
                out.println("Why: see " + pusher.report() + ". Run the same command again to try what was refused.");
            }
            return summary.exitCode();
        } catch (IOException e) {
            out.println("Loading stopped: " + words(e) + ". Run the same command again to go on.");
            return 1;
        }
    }

    private String words(IOException e) {
        if (e instanceof ConnectException || e.getMessage() == null) {
            return "no connection to " + pusher.target().base();
        }
        return e.getMessage();
    }
}
