package nl.inzage.fhir.noninterference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Measures how long answers take that must not differ: interleaved in a random order, with the same asked twice. */
final class AnswerTimes {

    private static final int WARM_UP = 500;

    private final Comparison door;
    private final Map<String, Request> asked = new LinkedHashMap<>();

    AnswerTimes(Comparison door) {
        this.door = door;
        ask("read hidden", "/Observation/twin-@-h1");
        ask("read foreign", "/Observation/other-carla-uitslag");
        ask("read absent", "/Observation/twin-@-nooit");
        ask("read absent again", "/Observation/twin-@-nooit");
        ask("search by a hidden code", "/Observation?code=hidden-1");
        ask("search by an absent code", "/Observation?code=absent-1");
        ask("search by an absent code again", "/Observation?code=absent-1");
    }

    private void ask(String name, String target) {
        asked.put(name, Request.get(Principal.OWN, target));
    }

    /** A line for each question: its median and 95th percentile in microseconds, about the twin with secrets. */
    List<String> measure(int rounds) {
        Map<String, long[]> times = new LinkedHashMap<>();
        asked.keySet().forEach(name -> times.put(name, new long[rounds]));
        List<String> order = new ArrayList<>(asked.keySet());
        Random random = new Random(1);
        for (int round = -WARM_UP; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (String name : order) {
                long start = System.nanoTime();
                door.ask(asked.get(name), Twin.WITH_SECRETS);
                long time = System.nanoTime() - start;
                if (round >= 0) {
                    times.get(name)[round] = time;
                }
            }
        }
        return times.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String line(String name, long[] nanos) {
        Arrays.sort(nanos);
        return "%-32s median %6d us, 95%% %6d us"
                .formatted(name, nanos[nanos.length / 2] / 1_000, nanos[nanos.length * 95 / 100] / 1_000);
    }
}
