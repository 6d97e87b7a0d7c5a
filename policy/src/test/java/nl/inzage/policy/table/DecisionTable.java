package nl.inzage.policy.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table that a hospital's lawyer can read: a title, a sentence on how to read it, a header and rows. The tests run on
 * it and docs/rules.md shows it.
 */
public record DecisionTable(String title, String text, List<String> header, List<Row> rows) {

    private static final Path FOLDER = Path.of("src", "test", "resources", "tables");

    /** The rows of the table in a file. */
    public static Stream<Row> rows(String file) {
        return read(FOLDER.resolve(file)).rows().stream();
    }

    /** All tables, in the order of their files' names. */
    public static List<DecisionTable> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(DecisionTable::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DecisionTable read(Path file) {
        List<String> lines = lines(file);
        List<String> comments = lines.stream()
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2))
                .toList();
        List<String> data = lines.stream().filter(line -> !line.startsWith("#")).toList();
        List<String> header = cells(data.get(0));
        List<Row> rows =
                data.stream().skip(1).map(line -> new Row(header, cells(line))).toList();
        return new DecisionTable(comments.get(0), String.join(" ", comments.subList(1, comments.size())), header, rows);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }
}
