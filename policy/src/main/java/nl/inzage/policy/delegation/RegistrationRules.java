package nl.inzage.policy.delegation;

import java.util.Set;

/**
 * How a delegate is registered (F49, F50).
 *
 * @param at where
 * @param child what is asked for a child below twelve
 * @param adult what is asked for an adult
 */
public record RegistrationRules(Place at, Set<Proof> child, Set<Proof> adult) {

    public RegistrationRules {
        child = Set.copyOf(child);
        adult = Set.copyOf(adult);
    }

    /** Where a delegate is registered. */
    public enum Place {
        DESK,
        /** By the clinician, at the next visit. */
        CLINICIAN
    }

    /** What must be shown. */
    public enum Proof {
        BOTH_IDENTITY_DOCUMENTS,
        DELEGATE_IDENTITY_DOCUMENT,
        CHILD_PRESENT_OR_PATIENT_CARD,
        PARENTAL_AUTHORITY,
        SIGNED_FORM
    }
}
