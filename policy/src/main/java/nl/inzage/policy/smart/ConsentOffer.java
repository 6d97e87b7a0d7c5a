package nl.inzage.policy.smart;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an app asks, cut into kinds of data that a person can leave out one by one. Whatever is chosen, the app gets no
 * more than it asked (SMART 2.2: a server may grant less than what was requested).
 */
public final class ConsentOffer {

    private static final String ANY = "*";
    private static final DataKind OWN_DATA = new DataKind(Access.READ, "Patient", "");

    private final ScopeSet asked;
    private final List<String> types;
    private final Set<DataKind> whole;
    private final Set<DataKind> kinds;

    private ConsentOffer(ScopeSet asked, List<String> types) {
        this.asked = asked;
        this.types = types;
        this.whole = asked.resourceScopes().stream()
                .filter(scope -> scope.query().isEmpty())
                .flatMap(scope -> kindsOf(scope, ConsentOffer::exactly))
                .collect(Collectors.toUnmodifiableSet());
        this.kinds = asked.resourceScopes().stream()
                .flatMap(scope -> kindsOf(scope, this::kind))
                .sorted(Comparator.comparingInt(this::place).thenComparing(DataKind::key))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Cuts what was asked; a wildcard stands for these types. */
    public static ConsentOffer of(ScopeSet asked, List<String> types) {
        return new ConsentOffer(asked, List.copyOf(types));
    }

    /** The kinds of data that are asked for. */
    public Set<DataKind> kinds() {
        return Set.copyOf(kinds);
    }

    /** Those to look at, or those to change, in the order in which a person reads them. */
    public List<DataKind> kinds(Access access) {
        return kinds.stream().filter(kind -> kind.access() == access).toList();
    }

    /** Whether a person can choose between results and measurements. */
    public boolean asksAllObservations() {
        return kinds.stream().anyMatch(DataKind::isAllObservations);
    }

    /**
     * The scopes that remain when only these kinds are kept: as asked when nothing was left out, otherwise without
     * wildcards; nothing when a kind was not asked for, or nothing remains of what was.
     */
    public Optional<ScopeSet> keeping(Set<DataKind> kept, ObservationPart part) {
        if (!kinds.containsAll(kept) || (kept.isEmpty() && !kinds.isEmpty())) {
            return Optional.empty();
        }
        ObservationPart wanted = kept.stream().anyMatch(DataKind::isAllObservations) ? part : ObservationPart.ALL;
        if (kept.size() == kinds.size() && wanted == ObservationPart.ALL) {
            return Optional.of(asked);
        }
        return Optional.of(ScopeSet.of(asked.inOrder()
                .flatMap(text -> Scope.parse(text)
                        .map(scope -> remaining(text, scope, kept, wanted))
                        .orElseGet(() -> isGone(text, kept) ? Stream.empty() : Stream.of(text)))
                .collect(Collectors.toCollection(LinkedHashSet::new))));
    }

    /** Who somebody is, is read in the patient's own data: left out with these. */
    private boolean isGone(String text, Set<DataKind> kept) {
        return text.equals("fhirUser") && kinds.contains(OWN_DATA) && !kept.contains(OWN_DATA);
    }

    private Stream<String> remaining(String text, Scope scope, Set<DataKind> kept, ObservationPart part) {
        return typesOf(scope).flatMap(type -> {
            Set<Interaction> interactions = EnumSet.noneOf(Interaction.class);
            for (Access access : Access.values()) {
                if (kept.contains(kind(access, scope, type))) {
                    interactions.addAll(access.of(scope));
                }
            }
            if (interactions.isEmpty()) {
                return Stream.empty();
            }
            boolean narrowed = part != ObservationPart.ALL && type.equals(ObservationPart.TYPE);
            // Another part beside the one that was chosen would bring back what was left out.
            if (narrowed && !scope.query().isEmpty() && !scope.query().equals(part.query())) {
                return Stream.empty();
            }
            Scope left = new Scope(scope.compartment(), type, interactions, narrowed ? part.query() : scope.query());
            // The first version has no words for a part of a type.
            return Stream.of(narrowed ? left.toString() : left.inWordsOf(text));
        });
    }

    private Stream<DataKind> kindsOf(Scope scope, KindOf kindOf) {
        return Stream.of(Access.values())
                .filter(access -> !access.of(scope).isEmpty())
                .flatMap(access -> typesOf(scope).map(type -> kindOf.kind(access, scope, type)));
    }

    private interface KindOf {

        DataKind kind(Access access, Scope scope, String type);
    }

    /** A part of a type that is asked for as a whole too is no kind of its own: it would come back by the other box. */
    private DataKind kind(Access access, Scope scope, String type) {
        DataKind exact = exactly(access, scope, type);
        DataKind all = new DataKind(access, exact.resourceType(), "");
        return whole.contains(all) ? all : exact;
    }

    /** Under a wildcard each type is looked at apart, and writing is one kind: nobody ticks it forty times. */
    private static DataKind exactly(Access access, Scope scope, String type) {
        return new DataKind(access, access == Access.WRITE ? scope.resourceType() : type, scope.query());
    }

    private Stream<String> typesOf(Scope scope) {
        return scope.resourceType().equals(ANY) ? types.stream() : Stream.of(scope.resourceType());
    }

    private int place(DataKind kind) {
        int place = types.indexOf(kind.resourceType());
        return place < 0 ? types.size() : place;
    }
}
