package nl.inzage.portal.overview;

import nl.inzage.portal.appointments.AppointmentsReader;
import nl.inzage.portal.fhir.Dossier;
import nl.inzage.portal.letters.LettersReader;
import nl.inzage.portal.medication.MedicationReader;
import nl.inzage.portal.notation.Notation;
import nl.inzage.portal.overview.OverviewView.Card;
import nl.inzage.portal.person.PersonName;
import nl.inzage.portal.results.ResultsReader;
import org.springframework.stereotype.Component;

/** Takes a few lines from every other page's reader, so that the summary can never say something else. */
@Component
class OverviewReader {

    private static final int RESULTS = 3;
    private static final int APPOINTMENTS = 2;
    private static final int MEDICINES = 4;
    private static final int LETTERS = 3;

    private final ResultsReader results;
    private final AppointmentsReader appointments;
    private final MedicationReader medication;
    private final LettersReader letters;

    OverviewReader(
            ResultsReader results,
            AppointmentsReader appointments,
            MedicationReader medication,
            LettersReader letters) {
        this.results = results;
        this.appointments = appointments;
        this.medication = medication;
        this.letters = letters;
    }

    OverviewView read(Dossier dossier, Notation notation) {
        return new OverviewView(
                dossier.person().map(PersonName::of).orElse(""),
                Card.of(results.newest(dossier, notation, RESULTS), RESULTS),
                Card.of(appointments.coming(dossier, notation), APPOINTMENTS),
                Card.of(medication.current(dossier, notation), MEDICINES),
                Card.of(letters.newest(dossier, notation, LETTERS), LETTERS));
    }
}
