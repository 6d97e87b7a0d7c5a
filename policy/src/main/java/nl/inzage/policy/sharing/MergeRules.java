package nl.inzage.policy.sharing;

import java.util.Set;
import nl.inzage.policy.identity.LocationId;

/**
 * Bringing the dossiers of locations together that kept them apart (F55).
 *
 * @param between the locations; empty where there is nothing to merge
 * @param consentBy who must agree
 */
public record MergeRules(Set<LocationId> between, Set<Consenter> consentBy) {

    public MergeRules {
        between = Set.copyOf(between);
        consentBy = Set.copyOf(consentBy);
    }

    /** Who can agree to it. */
    public enum Consenter {
        PATIENT,
        DELEGATE
    }
}
