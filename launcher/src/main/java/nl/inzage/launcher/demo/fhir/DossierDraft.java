package nl.inzage.launcher.demo.fhir;

import nl.inzage.launcher.demo.people.DutchCalendar;
import nl.inzage.launcher.demo.people.Person;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;

/** The dossier in the making: whose it is, what has been added, and how its numbers and moments are found. */
record DossierDraft(
        Person person, Reference patient, BundleDraft draft, Surroundings surroundings, DutchCalendar calendar) {

    /** The hospital's number of something in this dossier. */
    Identifier identifier(String numbering, String number) {
        return new Identifier().setSystem(Systems.own(numbering)).setValue(person.number() + "-" + number);
    }
}
