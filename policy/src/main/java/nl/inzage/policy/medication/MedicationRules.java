package nl.inzage.policy.medication;

import java.util.Set;

/**
 * What one hospital decided about medicines (F36, F37).
 *
 * @param shown which medicines are shown
 * @param stopReason whether the reason to stop is shown
 * @param repeat how a repeat prescription is asked for
 */
public record MedicationRules(Set<Shown> shown, boolean stopReason, RepeatRules repeat) {

    public MedicationRules {
        shown = Set.copyOf(shown);
    }

    /** Which medicines a list holds. */
    public enum Shown {
        CURRENT,
        STOPPED
    }
}
