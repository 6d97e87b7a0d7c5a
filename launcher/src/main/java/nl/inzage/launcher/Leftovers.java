package nl.inzage.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The processes of a run that was killed before it could stop them: known by id and starting moment, nothing else. */
final class Leftovers {

    private final Path file;

    Leftovers(Path folder) {
        this.file = folder.resolve("processes.txt");
    }

    void remember(List<ProcessHandle> processes) throws IOException {
        Files.write(file, processes.stream().map(Leftovers::line).toList());
    }

    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Ends what an earlier run on this folder left behind. */
    void end() throws IOException, InterruptedException {
        if (!Files.exists(file)) {
            return;
        }
        for (String line : Files.readAllLines(file)) {
            Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(line.substring(0, line.indexOf(' '))))
                    .filter(found -> line(found).equals(line));
            if (process.isPresent()) {
                process.get().destroy();
                awaitEnd(process.get());
            }
        }
        forget();
    }

    private static void awaitEnd(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(Duration.ofSeconds(15).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }

    private static String line(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Object::toString).orElse("unknown");
    }
}
