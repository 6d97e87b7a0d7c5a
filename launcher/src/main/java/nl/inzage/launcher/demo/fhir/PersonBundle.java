package nl.inzage.launcher.demo.fhir;

import nl.inzage.launcher.demo.people.DemoData;
import nl.inzage.launcher.demo.people.DutchCalendar;
import nl.inzage.launcher.demo.people.PersonFile;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;

/** The dossier of one person as the transaction that the hospital's system sends. */
public final class PersonBundle {

    private final DemoData data;
    private final DutchCalendar calendar;

    public PersonBundle(DemoData data, DutchCalendar calendar) {
        this.data = data;
        this.calendar = calendar;
    }

    /** The whole dossier; what it refers to is either in it or made sure of by it. */
    public Bundle bundle(PersonFile file) {
        BundleDraft draft = new BundleDraft();
        Surroundings surroundings = new Surroundings(data.hospital(), draft);
        Reference patient = new PatientResource(file.person(), calendar).addTo(draft, surroundings);
        DossierDraft dossier = new DossierDraft(file.person(), patient, draft, surroundings, calendar);
        addPeople(file, new Relatives(dossier));
        addCare(file, dossier);
        addResults(file, dossier);
        return draft.bundle();
    }

    private static void addPeople(PersonFile file, Relatives relatives) {
        file.relatives().forEach(relatives::add);
        relatives.addInsurance();
    }

    private static void addCare(PersonFile file, DossierDraft dossier) {
        Problems problems = new Problems(dossier);
        file.problems().forEach(problems::add);
        file.allergies().forEach(problems::add);
        file.medicines().forEach(new Medicines(dossier)::add);
        file.appointments().forEach(new Visits(dossier)::add);
    }

    private void addResults(PersonFile file, DossierDraft dossier) {
        file.labs().forEach(new LabReports(dossier, data.tests())::add);
        file.measurements().forEach(new VitalSigns(dossier)::add);
        Letters letters = new Letters(dossier, new LetterSheets(data.hospital(), file.person(), calendar));
        file.letters().forEach(letters::add);
        file.reports().forEach(new TextReports(dossier, letters)::add);
    }
}
