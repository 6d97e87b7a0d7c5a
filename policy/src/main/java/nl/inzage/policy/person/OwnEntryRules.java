package nl.inzage.policy.person;

import java.util.Set;

/**
 * What a patient can propose for the medical dossier; a clinician decides at the next visit (F48).
 *
 * @param add to what
 * @param remove from what
 */
public record OwnEntryRules(Set<Subject> add, Set<Subject> remove) {

    public OwnEntryRules {
        add = Set.copyOf(add);
        remove = Set.copyOf(remove);
    }

    /** A list in the dossier. */
    public enum Subject {
        PROBLEM,
        MEDICATION,
        ALLERGY
    }
}
