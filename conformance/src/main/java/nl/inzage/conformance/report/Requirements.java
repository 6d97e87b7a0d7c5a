package nl.inzage.conformance.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All that a server is held against, from {@code requirements.txt}. */
public final class Requirements {

    private final Map<String, Requirement> byId = new LinkedHashMap<>();

    private Requirements() {}

    /** The list that comes with this program. */
    public static Requirements read() {
        Requirements requirements = new Requirements();
        try (InputStream file = Requirements.class.getResourceAsStream("requirements.txt")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(requirements::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return requirements;
    }

    private void add(String line) {
        String[] parts = line.split(" \\| ", -1);
        byId.put(parts[0], new Requirement(parts[0], parts[1], Level.valueOf(parts[2]), parts[3], parts[4]));
    }

    /** The requirement with an id, which must be in the list. */
    public Requirement of(String id) {
        Requirement found = byId.get(id);
        if (found == null) {
            throw new IllegalArgumentException("No requirement " + id);
        }
        return found;
    }

    public Collection<Requirement> all() {
        return byId.values();
    }

    public Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        byId.values().forEach(requirement -> groups.add(requirement.group()));
        return groups;
    }
}
