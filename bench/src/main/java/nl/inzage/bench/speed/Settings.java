package nl.inzage.bench.speed;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a run is to do, from arguments {@code name=value}.
 *
 * @param home the repository
 * @param data transactions of Synthea
 * @param work where the databases, logs and lines are
 * @param people how many dossiers are asked for
 * @param warm seconds of load before anything is measured, on each side
 * @param seconds of each measurement
 * @param rounds how often each side has its turn
 * @param labels the sides that take part
 * @param grow how many times as many observations each dossier gets at the end; 1 leaves that out
 * @param product the module of the server that is measured, from the repository's folder
 * @param options of the product's JVM
 */
record Settings(
        Path home,
        Path data,
        Path work,
        int people,
        double warm,
        double seconds,
        int rounds,
        List<Integer> connections,
        List<Scenario> scenarios,
        List<Mode> modes,
        Set<String> labels,
        int grow,
        String phase,
        Path product,
        List<String> options) {

    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("home", "."),
            Map.entry("data", "data/synthea-60"),
            Map.entry("work", "data/bench"),
            Map.entry("people", "120"),
            Map.entry("warm", "300"),
            Map.entry("seconds", "6"),
            Map.entry("rounds", "2"),
            Map.entry("connections", "1,8,32"),
            Map.entry("scenarios", "READ,LABS,CODE,HOME_BATCH,HOME_SEQUENCE,EVERYTHING"),
            Map.entry("modes", "PLAIN,GZIP"),
            Map.entry("labels", "A,B"),
            Map.entry("grow", "5"),
            Map.entry("product", "fhir-server"),
            Map.entry("options", ""));

    static Settings of(String[] arguments) {
        Map<String, String> said = new HashMap<>(USUAL);
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (equals < 0 || !USUAL.containsKey(name)) {
                throw new IllegalArgumentException(argument + " is not known; known are " + USUAL.keySet());
            }
            said.put(name, argument.substring(equals + 1));
        }
        return new Settings(
                Path.of(said.get("home")).toAbsolutePath().normalize(),
                Path.of(said.get("data")),
                Path.of(said.get("work")).toAbsolutePath(),
                Integer.parseInt(said.get("people")),
                Double.parseDouble(said.get("warm")),
                Double.parseDouble(said.get("seconds")),
                Integer.parseInt(said.get("rounds")),
                list(said.get("connections")).map(Integer::valueOf).toList(),
                list(said.get("scenarios")).map(Scenario::valueOf).toList(),
                list(said.get("modes")).map(Mode::valueOf).toList(),
                Set.copyOf(list(said.get("labels")).toList()),
                Integer.parseInt(said.get("grow")),
                "usual",
                Path.of(said.get("product")),
                list(said.get("options")).toList());
    }

    private static Stream<String> list(String text) {
        return Arrays.stream(text.split(",")).filter(part -> !part.isEmpty());
    }

    boolean label(String label) {
        return labels.contains(label);
    }

    /** One short round at eight connections, under another name. */
    Settings once(String name) {
        return new Settings(
                home,
                data,
                work,
                people,
                Math.min(warm, 20),
                seconds,
                1,
                List.of(8),
                scenarios,
                List.of(Mode.PLAIN),
                labels,
                1,
                name,
                product,
                options);
    }
}
