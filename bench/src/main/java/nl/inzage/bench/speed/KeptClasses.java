package nl.inzage.bench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Copies of what Maven built: a build beside a running server would take its classes away. */
record KeptClasses(Path folder) {

    /** The class path with its folders copied; jars stay where they are. */
    String of(String classPath) throws IOException {
        List<String> parts = new ArrayList<>();
        for (String part : classPath.split(":")) {
            Path path = Path.of(part);
            parts.add(Files.isDirectory(path) ? copy(path, folder.resolve("" + parts.size())) : part);
        }
        return String.join(":", parts);
    }

    private static String copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return to.toString();
    }
}
