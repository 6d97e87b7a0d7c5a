package nl.inzage.portal.medication;

/**
 * One medicine.
 *
 * @param dosage how to take it, in the words of the prescriber; empty when nobody wrote that down
 * @param prescriber empty when nobody wrote that down, and for what was not prescribed here
 * @param state active, paused, stopped or finished: the last part of {@code medication.state.*}; or unknown
 * @param toldByPatient whether the hospital knows it only because the patient said so
 */
public record MedicineView(
        String name,
        String dosage,
        String reason,
        String prescriber,
        String since,
        String until,
        String state,
        boolean toldByPatient) {

    /** What the hospital does not know to have ended is not put among what somebody no longer uses. */
    boolean current() {
        return state.equals("active") || state.equals("paused") || state.equals("unknown");
    }
}
