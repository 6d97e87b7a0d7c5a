package nl.inzage.policy.smart;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scopes of a request, a client or a token: values to compare by what they permit, never as strings. */
public final class ScopeSet {

    /** More than any app needs, forty types by their names; what an app sends is not to fill a token or the database. */
    private static final int MOST = 100;

    private static final int LONGEST = 8_000;
    private static final String OFFLINE = "offline_access";
    private static final String ONLINE = "online_access";

    private final Set<String> texts;

    private ScopeSet(Collection<String> texts) {
        this.texts = new LinkedHashSet<>(texts);
    }

    /** The scopes in a space-separated text, RFC 6749 section 3.3. */
    public static ScopeSet parse(String text) {
        return new ScopeSet(Arrays.stream(text.split(" "))
                .filter(part -> !part.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    public static ScopeSet of(Collection<String> texts) {
        return new ScopeSet(texts);
    }

    /** Those of the requested scopes that this set covers, in the words in which they were asked. */
    public ScopeSet grant(ScopeSet requested) {
        return requested.keep(this::covers);
    }

    /** Whether this set covers each of the requested scopes: what a refresh may ask, RFC 6749 section 6. */
    public boolean coversAll(ScopeSet requested) {
        return requested.texts.stream().allMatch(this::covers);
    }

    /**
     * This set for as long as the person is logged in: without access that lasts beyond it, and with access until then
     * where the client may have that (SMART 2.2, {@code online_access}).
     */
    public ScopeSet whileLoggedIn(ScopeSet registered) {
        if (!texts.contains(OFFLINE)) {
            return this;
        }
        ScopeSet online = keep(text -> !text.equals(OFFLINE));
        if (registered.texts.contains(ONLINE)) {
            online.texts.add(ONLINE);
        }
        return online;
    }

    /** Whether it is about one patient's dossier, so that it has to be known whose (SMART 2.2, launch context). */
    public boolean concernsOnePatient() {
        return texts.contains("launch/patient")
                || texts.contains("launch")
                || resourceScopes().stream().anyMatch(scope -> scope.compartment() != Compartment.SYSTEM);
    }

    /** This set without the scopes on one patient's data, for a user who has no dossier here. */
    public ScopeSet withoutPatientScopes() {
        return keep(text -> !text.equals("launch/patient")
                && !text.equals("launch")
                && Scope.parse(text)
                        .map(scope -> scope.compartment() != Compartment.PATIENT)
                        .orElse(true));
    }

    /** Whether an interaction on a type is permitted for all of it; a narrowed scope does not count. */
    public boolean permits(Compartment compartment, String resourceType, Interaction interaction) {
        Scope wanted = new Scope(compartment, resourceType, Set.of(interaction), "");
        return resourceScopes().stream().anyMatch(scope -> scope.covers(wanted));
    }

    /** The scopes on resources, in order. */
    public Set<Scope> resourceScopes() {
        return texts.stream()
                .map(Scope::parse)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether it is more than a request may hold: a hundred scopes, 8,000 characters. */
    public boolean isTooLong() {
        return texts.size() > MOST || texts.stream().mapToInt(String::length).sum() > LONGEST;
    }

    public boolean contains(String text) {
        return texts.contains(text);
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** The scopes as they were asked. */
    public Set<String> texts() {
        return Set.copyOf(texts);
    }

    /** The scopes in the order in which they were asked. */
    Stream<String> inOrder() {
        return texts.stream();
    }

    private boolean covers(String requested) {
        Optional<Scope> scope = Scope.parse(requested);
        if (scope.isEmpty()) {
            return texts.contains(requested);
        }
        return resourceScopes().stream().anyMatch(own -> own.covers(scope.get()));
    }

    private ScopeSet keep(Predicate<String> condition) {
        return new ScopeSet(texts.stream().filter(condition).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScopeSet set && texts.equals(set.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    @Override
    public String toString() {
        return String.join(" ", texts);
    }
}
