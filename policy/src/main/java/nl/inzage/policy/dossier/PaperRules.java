package nl.inzage.policy.dossier;

import java.util.Set;

/**
 * What a patient can print, or keep as a PDF (F28).
 *
 * @param print what can be printed
 * @param download what can be kept
 */
public record PaperRules(Set<Page> print, Set<Page> download) {

    public PaperRules {
        print = Set.copyOf(print);
        download = Set.copyOf(download);
    }

    /** A page of the portal. */
    public enum Page {
        RESULTS,
        LETTERS,
        APPOINTMENTS,
        VISIT_SUMMARIES,
        MEDICATION,
        DOSSIER
    }
}
