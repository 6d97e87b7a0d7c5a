package nl.inzage.fhir.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.inzage.policy.release.ReleasePolicy;

/**
 * Groups that are released together: a report with its results and documents. What hangs together, in any direction
 * and over any number of steps, is one group; what is not there yet, or stays hidden itself, keeps its group hidden.
 */
public final class EmbargoGroups {

    private final Map<String, Optional<Instant>> ownReleases;
    private final Map<String, Set<String>> neighbours = new HashMap<>();
    private final Set<String> connectors = new HashSet<>();

    /**
     * The members that are there, by name, with the release of each alone. One that has no release of its own and
     * must not hide the others (the content of a document) is left out and announced as {@link #connector}.
     */
    public EmbargoGroups(Map<String, Optional<Instant>> ownReleases) {
        this.ownReleases = Map.copyOf(ownReleases);
    }

    /** A name that only ties others together. */
    public void connector(String name) {
        connectors.add(name);
    }

    /** Two names belong together. */
    public void tie(String first, String second) {
        neighbours.computeIfAbsent(first, name -> new HashSet<>()).add(second);
        neighbours.computeIfAbsent(second, name -> new HashSet<>()).add(first);
    }

    /** The release of every member that is there; nothing means hidden. */
    public Map<String, Optional<Instant>> releases() {
        Map<String, Optional<Instant>> releases = new HashMap<>();
        for (String name : ownReleases.keySet()) {
            if (!releases.containsKey(name)) {
                Set<String> group = groupOf(name);
                Optional<Instant> release = releaseOf(group);
                group.stream().filter(ownReleases::containsKey).forEach(member -> releases.put(member, release));
            }
        }
        return releases;
    }

    private Set<String> groupOf(String name) {
        Set<String> group = new HashSet<>(Set.of(name));
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

    private Optional<Instant> releaseOf(Set<String> group) {
        List<Instant> releases = new ArrayList<>();
        for (String member : group) {
            if (connectors.contains(member)) {
                continue;
            }
            Optional<Instant> own = ownReleases.getOrDefault(member, Optional.empty());
            if (own.isEmpty()) {
                return Optional.empty();
            }
            releases.add(own.get());
        }
        return Optional.of(ReleasePolicy.releaseOfGroup(releases.get(0), releases));
    }
}
