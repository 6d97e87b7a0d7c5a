package nl.inzage.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The PostgreSQL process that serves a data folder, as PostgreSQL's own file in that folder names it. */
final class Postmaster {

    private final Path folder;

    Postmaster(Path folder) {
        this.folder = folder;
    }

    Optional<ProcessHandle> process() throws IOException {
        Path file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()));
    }
}
