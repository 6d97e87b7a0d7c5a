package nl.inzage.portal.medication;

/**
 * One medicine.
 *
 * @param dosage how to take it, in the words of the prescriber; empty when nobody wrote that down
 * @param state active, paused, stopped or finished: the last part of {@code medication.state.*}
 */
public record MedicineView(
        String name, String dosage, String reason, String prescriber, String since, String until, String state) {

    boolean current() {
        return state.equals("active") || state.equals("paused");
    }
}
