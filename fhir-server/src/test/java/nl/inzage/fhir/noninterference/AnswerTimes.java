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
        ask("read who only a hidden task names", "/Practitioner/twin-@-geheim2");
        ask("read nobody", "/Practitioner/twin-@-niemand");
        ask("read nobody again", "/Practitioner/twin-@-niemand");
        ask("search by a hidden code", "/Observation?code=hidden-1");
        ask("search by an absent code", "/Observation?code=absent-1");
        ask("search by an absent code again", "/Observation?code=absent-1");
    }

    private void ask(String name, String target) {
        asked.put(name, Request.get(Principal.OWN, target));
    }

    /** A line for each question, about the twin with secrets: median and 95th percentile, then the gaps of medians. */
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
        times.values().forEach(Arrays::sort);
        List<String> lines = new ArrayList<>();
        times.forEach((name, nanos) -> lines.add(line(name, nanos)));
        lines.add(gap(times, "read hidden", "read absent"));
        lines.add(gap(times, "read foreign", "read absent"));
        lines.add(gap(times, "read who only a hidden task names", "read nobody"));
        lines.add(gap(times, "search by a hidden code", "search by an absent code"));
        return lines;
    }

    /** How far two medians are apart, beside those of the same question asked twice. */
    private static String gap(Map<String, long[]> times, String one, String other) {
        return "%s against %s: medians %d us apart; the same asked twice: %d us"
                .formatted(
                        one,
                        other,
                        median(times.get(one)) - median(times.get(other)),
                        median(times.get(other + " again")) - median(times.get(other)));
    }

    private static long median(long[] nanos) {
        return nanos[nanos.length / 2] / 1_000;
    }

    private static String line(String name, long[] nanos) {
        return "%-34s median %6d us, 95%% %6d us"
                .formatted(name, median(nanos), nanos[nanos.length * 95 / 100] / 1_000);
    }
}
