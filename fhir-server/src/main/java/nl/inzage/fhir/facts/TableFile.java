package nl.inzage.fhir.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One table as reviewers read it: cells between semicolons, a heading, and lines that start with #. A line {@code #
 * system: ...} names a code system that the table is about. What is malformed is an IllegalStateException that names
 * file and line.
 *
 * @param systems the code systems; the rows hold for each of them
 */
record TableFile(String name, List<String> systems, List<Row> rows) {

    private static final String SYSTEM = "# system:";

    TableFile {
        systems = List.copyOf(systems);
        rows = List.copyOf(rows);
    }

    /**
     * One line of a table.
     *
     * @param at file and line, for who must repair it
     */
    record Row(String at, List<String> cells) {

        Row {
            cells = List.copyOf(cells);
        }

        String cell(int column) {
            return cells.get(column);
        }
    }

    static TableFile onClassPath(String name, String heading) {
        try (InputStream in = TableFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + ":1: the table is missing");
            }
            return parse(name, heading, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    static TableFile parse(String name, String heading, String text) {
        List<String> systems = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        boolean headed = false;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String at = name + ":" + number;
            if (line.startsWith(SYSTEM)) {
                systems.add(line.substring(SYSTEM.length()).strip());
            } else if (!line.startsWith("#") && !headed) {
                headed = isHeading(at, heading, line);
            } else if (!line.startsWith("#")) {
                rows.add(row(at, heading, line));
            }
        }
        if (!headed || rows.isEmpty()) {
            throw new IllegalStateException(name + ":" + Math.max(number, 1) + ": the table has no rows");
        }
        return new TableFile(name, systems, rows);
    }

    private static boolean isHeading(String at, String heading, String line) {
        if (!line.equals(heading)) {
            throw new IllegalStateException(at + ": the heading must be " + heading);
        }
        return true;
    }

    private static Row row(String at, String heading, String line) {
        List<String> cells = List.of(line.split(";", -1));
        int columns = heading.split(";", -1).length;
        if (cells.size() != columns || cells.get(0).isBlank()) {
            throw new IllegalStateException(at + ": a row has " + columns + " cells, and the first is not empty");
        }
        return new Row(at, cells);
    }
}
