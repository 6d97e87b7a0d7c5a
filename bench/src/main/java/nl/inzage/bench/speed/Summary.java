package nl.inzage.bench.speed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many times B does what A does, as medians over the rounds. */
final class Summary {

    private final List<Map<String, Object>> lines;

    Summary(List<Map<String, Object>> lines) {
        this.lines = lines;
    }

    String text() {
        Map<String, Map<String, List<Map<String, Object>>>> cases = new LinkedHashMap<>();
        for (Map<String, Object> line : lines) {
            if (line.containsKey("connections")) {
                String key = "%s %s %s x%s"
                        .formatted(
                                line.get("phase"), line.get("mode"), line.get("scenario"), line.get("connections"));
                cases.computeIfAbsent(key, name -> new LinkedHashMap<>())
                        .computeIfAbsent((String) line.get("label"), label -> new ArrayList<>())
                        .add(line);
            }
        }
        StringBuilder text = new StringBuilder("\n| case | per second A | B | B/A | CPU ms A: JVM+PG | B | A/B |"
                + " p50/p95/p99 ms A | B | entries A, B | statements A, B |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
        cases.forEach((key, sides) -> text.append(row(key, sides)));
        return text.toString();
    }

    private static String row(String key, Map<String, List<Map<String, Object>>> sides) {
        List<Map<String, Object>> stock = sides.getOrDefault("A", List.of());
        List<Map<String, Object>> ours = sides.getOrDefault("B", List.of());
        return "| %s | %.1f | %.1f | **%.1f** | %.2f+%.2f | %.2f+%.2f | **%.1f** | %s | %s | %s, %s | %s, %s |\n"
                .formatted(
                        key,
                        median(stock, "per_second"),
                        median(ours, "per_second"),
                        median(ours, "per_second") / median(stock, "per_second"),
                        median(stock, "cpu_jvm_ms"),
                        median(stock, "cpu_pg_ms"),
                        median(ours, "cpu_jvm_ms"),
                        median(ours, "cpu_pg_ms"),
                        cpu(stock) / cpu(ours),
                        times(stock),
                        times(ours),
                        first(stock, "entries"),
                        first(ours, "entries"),
                        first(stock, "statements"),
                        first(ours, "statements"));
    }

    private static double cpu(List<Map<String, Object>> lines) {
        return median(lines, "cpu_jvm_ms") + median(lines, "cpu_pg_ms");
    }

    private static String times(List<Map<String, Object>> lines) {
        return "%.1f/%.1f/%.1f".formatted(median(lines, "p50_ms"), median(lines, "p95_ms"), median(lines, "p99_ms"));
    }

    private static Object first(List<Map<String, Object>> lines, String field) {
        return lines.isEmpty() ? "" : lines.get(0).getOrDefault(field, "");
    }

    private static double median(List<Map<String, Object>> lines, String field) {
        List<Double> sorted = lines.stream()
                .map(line -> ((Number) line.get(field)).doubleValue())
                .sorted()
                .toList();
        int half = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
