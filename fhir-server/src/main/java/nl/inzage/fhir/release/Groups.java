package nl.inzage.fhir.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.inzage.policy.release.GroupMember;
import nl.inzage.policy.release.GroupRelease;
import nl.inzage.policy.release.ReleaseDecision;

/**
 * Finds what is released together: what hangs together, in any direction and over any number of steps. The content of
 * a document ties documents together and is no member itself.
 */
public final class Groups {

    private static final String CONTENT = "Binary/";

    private final Map<String, Set<String>> neighbours = new HashMap<>();

    /** Two resources, each {@code Type/id}, belong together, whether they are there or not. */
    public void tie(String first, String second) {
        neighbours.computeIfAbsent(first, name -> new HashSet<>()).add(second);
        neighbours.computeIfAbsent(second, name -> new HashSet<>()).add(first);
    }

    /**
     * A member that is there.
     *
     * @param now the moment up to which it may have been seen already
     */
    public record Present(GroupMember member, Instant now) {}

    /** The decisions on all members that are there, each with its group. */
    public Map<String, ReleaseDecision> decide(Map<String, Present> present) {
        Map<String, ReleaseDecision> decisions = new HashMap<>();
        for (String name : new TreeSet<>(present.keySet())) {
            if (!decisions.containsKey(name)) {
                decide(groupOf(name), present, decisions);
            }
        }
        return decisions;
    }

    private static void decide(
            Set<String> group, Map<String, Present> present, Map<String, ReleaseDecision> decisions) {
        List<String> names = group.stream().filter(present::containsKey).toList();
        boolean complete = group.stream().allMatch(name -> present.containsKey(name) || name.startsWith(CONTENT));
        Instant now = names.stream()
                .map(name -> present.get(name).now())
                .min(Instant::compareTo)
                .orElseThrow();
        List<GroupMember> members =
                names.stream().map(name -> present.get(name).member()).toList();
        GroupRelease release = new GroupRelease();
        List<ReleaseDecision> answers = complete ? release.of(members, now) : release.ofIncomplete(members, now);
        for (int i = 0; i < names.size(); i++) {
            decisions.put(names.get(i), answers.get(i));
        }
    }

    private Set<String> groupOf(String name) {
        Set<String> group = new TreeSet<>(Set.of(name));
        List<String> toVisit = new ArrayList<>(group);
        while (!toVisit.isEmpty()) {
            for (String neighbour : neighbours.getOrDefault(toVisit.remove(toVisit.size() - 1), Set.of())) {
                if (group.add(neighbour)) {
                    toVisit.add(neighbour);
                }
            }
        }
        return group;
    }
}
