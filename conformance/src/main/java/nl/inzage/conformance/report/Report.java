package nl.inzage.conformance.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The results of one run, in the order in which they were found. */
public final class Report {

    private final Requirements requirements;
    private final Set<String> groups;
    private final Consumer<Result> reader;
    private final List<Result> results = new ArrayList<>();

    /**
     * A report without results yet.
     *
     * @param groups of which there will be results
     * @param reader is told of each result at once
     */
    public Report(Requirements requirements, Set<String> groups, Consumer<Result> reader) {
        this.requirements = requirements;
        this.groups = Set.copyOf(groups);
        this.reader = reader;
    }

    /** Whether the results of a group are asked for. */
    public boolean wants(String group) {
        return groups.contains(group);
    }

    /** Judges something in order. */
    public <S> void judge(List<Check<S>> checks, S subject) throws InterruptedException {
        for (Check<S> check : checks) {
            judge(check, subject);
        }
    }

    private <S> void judge(Check<S> check, S subject) throws InterruptedException {
        if (!wants(requirements.of(check.id()).group())) {
            return;
        }
        Outcome outcome;
        try {
            outcome = check.judgement().of(subject);
        } catch (IOException e) {
            outcome = Outcome.fail("no answer (" + e.getClass().getSimpleName() + ")");
        }
        add(check.id(), outcome);
    }

    public void add(String id, Outcome outcome) {
        Requirement requirement = requirements.of(id);
        if (wants(requirement.group())) {
            Result result = new Result(requirement, outcome);
            results.add(result);
            reader.accept(result);
        }
    }

    /** Says of all that has no result yet in a group why there is none. */
    public void skipRest(String group, String reason) {
        requirements.all().stream()
                .filter(requirement -> requirement.group().equals(group) && of(requirement.id()) == null)
                .forEach(requirement -> add(requirement.id(), Outcome.skip(reason)));
    }

    /** The outcome of a requirement, or null. */
    public Outcome of(String id) {
        return results.stream()
                .filter(result -> result.requirement().id().equals(id))
                .map(Result::outcome)
                .findFirst()
                .orElse(null);
    }

    public List<Result> results() {
        return List.copyOf(results);
    }

    /** Whether nothing that the server must do was found to fail. */
    public boolean isGood() {
        return results.stream().noneMatch(Result::breaksAMust);
    }

    /** The numbers, in a sentence. */
    public String summary() {
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        results.forEach(result -> counts.merge(result.outcome().status(), 1, Integer::sum));
        long broken = results.stream().filter(Result::breaksAMust).count();
        return results.size() + " requirements: " + counts.getOrDefault(Status.PASS, 0) + " hold, "
                + counts.getOrDefault(Status.FAIL, 0) + " fail (" + broken + " of them a MUST), "
                + counts.getOrDefault(Status.SKIP, 0) + " were not judged, " + counts.getOrDefault(Status.MANUAL, 0)
                + " are for a person to judge.";
    }
}
