package nl.inzage.conformance.report;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with an answer; nothing is a pass. */
public final class Problems {

    private final List<String> sentences = new ArrayList<>();

    /** Notes a problem unless something holds; tells whether it does. */
    public boolean unless(boolean holds, String problem) {
        if (!holds) {
            sentences.add(problem);
        }
        return holds;
    }

    public Outcome outcome() {
        return sentences.isEmpty() ? Outcome.pass() : Outcome.fail(String.join("; ", sentences));
    }
}
