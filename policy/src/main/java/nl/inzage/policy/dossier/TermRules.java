package nl.inzage.policy.dossier;

import java.util.Set;

/**
 * Where medical terms are explained (F27).
 *
 * @param places in what
 * @param devices on what
 */
public record TermRules(Set<Place> places, Devices devices) {

    public TermRules {
        places = Set.copyOf(places);
    }

    /** A part of the dossier. */
    public enum Place {
        REPORTS,
        LETTERS,
        RESULTS,
        PROBLEMS,
        MEDICATION
    }

    /** What somebody looks on. */
    public enum Devices {
        DESKTOP,
        ALL
    }
}
