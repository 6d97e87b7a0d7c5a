package nl.inzage.launcher.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What became of each file, one JSON object a line, added the moment that it is known: a run that is cut off leaves a
 * report that the next one goes on from. The last line about a content counts.
 */
final class LoadReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final FhirTarget target;
    private final Map<String, ReportLine> last = new HashMap<>();

    private LoadReport(Path file, FhirTarget target) {
        this.file = file;
        this.target = target;
    }

    static LoadReport open(Path file, FhirTarget target) throws IOException {
        LoadReport report = new LoadReport(file, target);
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.exists(file)) {
            report.read();
        }
        return report;
    }

    /** What became of a content that was sent to this target. */
    synchronized Optional<ReportLine> about(String sha256) {
        return Optional.ofNullable(last.get(target.base() + " " + sha256));
    }

    synchronized void add(ReportLine line) throws IOException {
        last.put(line.key(), line);
        Files.writeString(
                file, JSON.writeValueAsString(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void read() throws IOException {
        String text = Files.readString(file);
        for (String line : text.lines().toList()) {
            try {
                ReportLine found = JSON.readValue(line, ReportLine.class);
                last.put(found.key(), found);
            } catch (JsonProcessingException e) {
                // A line that was being written when the run was cut off says nothing.
            }
        }
        if (!text.isEmpty() && !text.endsWith("\n")) {
            Files.writeString(file, "\n", StandardOpenOption.APPEND);
        }
    }
}
