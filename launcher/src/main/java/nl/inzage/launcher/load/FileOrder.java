package nl.inzage.launcher.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * In which order the files of a folder go: what others refer to before those who refer to it. Synthea's hospitals and
 * practitioners, and bulk files of organisations, people and such, are waves of their own; the rest is the last wave.
 */
final class FileOrder {

    private static final List<String> FIRST = List.of(
            "hospitalInformation",
            "practitionerInformation",
            "Organization",
            "Location",
            "Practitioner",
            "PractitionerRole",
            "Patient",
            "RelatedPerson",
            "Medication",
            "Encounter");

    private FileOrder() {}

    /** The files, wave after wave; within a wave the order does not matter. */
    static List<List<Path>> waves(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(json|xml|ndjson)"))
                    .sorted()
                    .toList();
        }
        List<List<Path>> waves = new ArrayList<>();
        for (int wave = 0; wave <= FIRST.size(); wave++) {
            int rank = wave;
            List<Path> members =
                    files.stream().filter(file -> rank(file) == rank).toList();
            if (!members.isEmpty()) {
                waves.add(members);
            }
        }
        return waves;
    }

    private static int rank(Path file) {
        String name = file.getFileName().toString();
        for (int rank = 0; rank < FIRST.size(); rank++) {
            if (name.matches(FIRST.get(rank) + "[0-9]*[.].*")) {
                return rank;
            }
        }
        return FIRST.size();
    }
}
