package nl.inzage.portal.overview;

import java.util.List;
import nl.inzage.portal.appointments.AppointmentView;
import nl.inzage.portal.fhir.Answer;
import nl.inzage.portal.letters.LetterView;
import nl.inzage.portal.medication.MedicineView;
import nl.inzage.portal.results.ResultGroup;

/** The first page after logging in: a few lines of everything, each able to fail on its own. */
record OverviewView(
        String name,
        Card<ResultGroup> results,
        Card<AppointmentView> appointments,
        Card<MedicineView> medicines,
        Card<LetterView> letters) {

    /**
     * A part of the page.
     *
     * @param more how many there are beyond the ones shown
     * @param unavailable whether the server failed to answer
     */
    record Card<T>(List<T> shown, int more, boolean unavailable) {

        static <T> Card<T> of(Answer<List<T>> answer, int atMost) {
            List<T> all = answer.orElse(List.of());
            return new Card<>(
                    all.stream().limit(atMost).toList(), Math.max(0, all.size() - atMost), answer.unavailable());
        }
    }

    public boolean incomplete() {
        return results.unavailable() || appointments.unavailable() || medicines.unavailable() || letters.unavailable();
    }
}
