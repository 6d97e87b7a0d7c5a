package nl.inzage.conformance.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results as a file of JSON lines, one requirement a line, for other programs. */
public final class JsonLines {

    private final ObjectMapper json = new ObjectMapper();

    public void write(List<Result> results, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Result result : results) {
            Map<String, String> line = new LinkedHashMap<>();
            line.put("id", result.requirement().id());
            line.put("status", result.outcome().status().name());
            line.put("level", result.requirement().level().name());
            line.put("group", result.requirement().group());
            line.put("source", result.requirement().source());
            line.put("requirement", result.requirement().text());
            line.put("detail", result.outcome().detail());
            lines.add(json.writeValueAsString(line));
        }
        Files.write(file, lines);
    }
}
