package nl.inzage.launcher.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** The command {@code load}: pushes a folder of FHIR R4 files as a hospital's system and tells what came of it. */
public final class LoadCommand {

    private final FhirTarget target;
    private final SystemClientKey key;
    private final Path report;
    private final Clock clock;
    private final Backoff backoff;

    /**
     * Makes the command.
     *
     * @param report the file with what became of each file, from which the next run goes on
     */
    public LoadCommand(FhirTarget target, SystemClientKey key, Path report, Clock clock) {
        this(target, key, report, clock, Backoff.asleep());
    }

    LoadCommand(FhirTarget target, SystemClientKey key, Path report, Clock clock, Backoff backoff) {
        this.target = target;
        this.key = key;
        this.report = report;
        this.clock = clock;
        this.backoff = backoff;
    }

    /**
     * Loads the folder.
     *
     * @return the exit code: 0 when all of it is stored, 2 when there is no such folder
     */
    public int run(Path folder, LoadOptions options, Progress progress, PrintStream out) throws InterruptedException {
        if (!Files.isDirectory(folder)) {
            out.println("There is no folder " + folder + ".");
            return 2;
        }
        try {
            LoadSummary summary = new Pusher(target, key, report, options, clock, backoff).pushFolder(folder, progress);
            out.println(summary.sentence());
            if (!summary.isComplete()) {
                out.println("Why: see " + report + ". Run the same command again to try what was refused.");
            }
            return summary.exitCode();
        } catch (IOException e) {
            out.println("Loading stopped: " + words(e) + ". Run the same command again to go on.");
            return 1;
        }
    }

    private String words(IOException e) {
        if (e instanceof ConnectException || e.getMessage() == null) {
            return "no connection to " + target.base();
        }
        return e.getMessage();
    }
}
