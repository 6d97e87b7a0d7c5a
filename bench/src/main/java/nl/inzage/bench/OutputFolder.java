package nl.inzage.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder that dossiers are made in; a file in it tells how many, and whether they are all there. */
record OutputFolder(Path path, int people) {

    private static final String UNFINISHED = "unfinished";

    boolean isMade() throws IOException {
        return Files.exists(note()) && Files.readString(note()).strip().equals(Integer.toString(people));
    }

    /** Makes it ready, without what a run that was cut off left; nothing else is thrown away. */
    boolean begin() throws IOException {
        if (Files.exists(note()) && Files.readString(note()).strip().equals(UNFINISHED)) {
            removeDossiers();
        } else if (Files.exists(path) && !isEmpty()) {
            return false;
        }
        Files.createDirectories(path);
        Files.writeString(note(), UNFINISHED + "\n");
        return true;
    }

    void end() throws IOException {
        Files.writeString(note(), people + "\n");
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }

    private void removeDossiers() throws IOException {
        Path dossiers = path.resolve("fhir");
        if (!Files.exists(dossiers)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> found = Files.list(dossiers)) {
            files = found.filter(file -> file.toString().endsWith(".json")).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    private Path note() {
        return path.resolve("made.txt");
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
