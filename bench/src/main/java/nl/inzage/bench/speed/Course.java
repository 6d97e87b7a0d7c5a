package nl.inzage.bench.speed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A scenario for all people of a server, each unit asked once before: what came then is what must come each time.
 *
 * @param lengths bytes on the wire per request
 * @param entries how many resources all units gave together
 */
record Course(
        Scenario scenario, Mode mode, Target target, List<List<byte[]>> units, List<List<Integer>> lengths, int entries) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Room for what differs from answer to answer: ids of a search, times. */
    private static final double TOLERANCE = 0.05;

    /**
     * Asks each unit once and counts what comes.
     *
     * @throws IOException also when an answer is no 200, or all are empty
     */
    static Course lay(Scenario scenario, Mode mode, Target target, List<Person> people) throws IOException {
        List<List<byte[]>> units = new ArrayList<>();
        List<List<Integer>> lengths = new ArrayList<>();
        int entries = 0;
        try (Wire wire = new Wire(target)) {
            for (Person person : people) {
                List<byte[]> unit = scenario.unit(target, person, mode);
                List<Integer> sizes = new ArrayList<>();
                for (byte[] request : unit) {
                    wire.ask(request);
                    if (wire.status() != 200) {
                        throw new IOException(target.label() + " answered " + wire.status() + " to " + scenario + ": "
                                + wire.text().lines().findFirst().orElse(""));
                    }
                    entries += entriesIn(JSON.readTree(wire.text()));
                    sizes.add(wire.length());
                }
                units.add(unit);
                lengths.add(sizes);
            }
        }
        if (entries == 0) {
            throw new IOException(target.label() + " gave nothing at all for " + scenario);
        }
        return new Course(scenario, mode, target, units, lengths, entries);
    }

    private static int entriesIn(JsonNode answer) throws IOException {
        if (!answer.path("resourceType").asText().equals("Bundle")) {
            return 1;
        }
        if (!answer.path("type").asText().equals("batch-response")) {
            return answer.path("entry").size();
        }
        int sum = 0;
        for (JsonNode entry : answer.path("entry")) {
            if (!entry.at("/response/status").asText().startsWith("200")) {
                throw new IOException("A part of a batch was refused: " + entry);
            }
            sum += entry.at("/resource/entry").size();
        }
        return sum;
    }

    /** Asks a unit; false when an answer fails or is not of the size that it was. */
    boolean ask(Wire wire, int number) throws IOException {
        boolean right = true;
        for (int i = 0; i < units.get(number).size(); i++) {
            wire.ask(units.get(number).get(i));
            int known = lengths.get(number).get(i);
            right &= wire.status() == 200 && Math.abs(wire.length() - known) <= 64 + known * TOLERANCE;
        }
        return right;
    }
}
