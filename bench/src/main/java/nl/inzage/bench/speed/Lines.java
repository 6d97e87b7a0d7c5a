package nl.inzage.bench.speed;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One JSON line a measurement, on the terminal and in a file. */
final class Lines implements AutoCloseable {

    private final ObjectMapper json = new ObjectMapper();
    private final List<Map<String, Object>> all = new ArrayList<>();
    private final BufferedWriter file;

    Lines(Path path) throws IOException {
        this.file = Files.newBufferedWriter(path);
    }

    void add(Map<String, Object> line) throws IOException {
        all.add(line);
        String text = json.writeValueAsString(line);
        System.out.println(text);
        file.write(text);
        file.newLine();
        file.flush();
    }

    List<Map<String, Object>> all() {
        return List.copyOf(all);
    }

    static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
