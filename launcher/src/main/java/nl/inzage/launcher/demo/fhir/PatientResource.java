package nl.inzage.launcher.demo.fhir;

import nl.inzage.launcher.demo.people.DutchCalendar;
import nl.inzage.launcher.demo.people.Gender;
import nl.inzage.launcher.demo.people.MaritalStatus;
import nl.inzage.launcher.demo.people.Person;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/** The person as nl-core-Patient. */
final class PatientResource {

    private static final String PHARMACY = "http://hl7.org/fhir/StructureDefinition/patient-preferredPharmacy";
    private static final String VALID_DATE = "http://hl7.org/fhir/StructureDefinition/identifier-validDate";
    private static final String VERIFIED_ON = "2018-01-08";

    private final Person person;
    private final DutchCalendar calendar;

    PatientResource(Person person, DutchCalendar calendar) {
        this.person = person;
        this.calendar = calendar;
    }

    Reference addTo(BundleDraft draft, Surroundings surroundings) {
        // The patient number and not the BSN finds the resource: a BSN never stands in a URL.
        Identifier number =
                new Identifier().setSystem(Systems.own("patientnummer")).setValue(person.number());
        Patient patient = new Patient().setActive(true);
        patient.setMeta(Codes.profile("nl-core-Patient"));
        patient.addIdentifier(verifiedBsn());
        patient.addIdentifier(number);
        describe(patient);
        patient.addGeneralPractitioner(surroundings.professional(person.doctor()));
        patient.addGeneralPractitioner(surroundings.organisation(person.practice()));
        patient.addExtension(new Extension(PHARMACY, surroundings.organisation(person.pharmacy())));
        patient.setManagingOrganization(surroundings.hospital());
        return draft.put(patient, number, person.name().everyday());
    }

    /** The number with the day on which the hospital verified that it is this person's. */
    private Identifier verifiedBsn() {
        Identifier bsn = new Identifier().setSystem(Systems.BSN).setValue(person.bsn());
        bsn.addExtension(VALID_DATE, new DateTimeType(VERIFIED_ON));
        return bsn;
    }

    private void describe(Patient patient) {
        new DutchName(person.name()).officialAndUsual().forEach(patient::addName);
        person.phone().ifPresent(phone -> patient.addTelecom(Contact.mobile(phone)));
        person.email().ifPresent(email -> patient.addTelecom(Contact.email(email)));
        patient.setGender(person.gender() == Gender.FEMALE ? AdministrativeGender.FEMALE : AdministrativeGender.MALE);
        patient.setBirthDateElement(new DateType(calendar.day(person.born()).toString()));
        patient.setDeceased(new BooleanType(false));
        patient.addAddress(Contact.home(person.address()));
        person.maritalStatus().ifPresent(status -> setMaritalStatus(patient, status));
        patient.addCommunication()
                .setPreferred(true)
                .setLanguage(Codes.concept(new Coding("urn:ietf:bcp:47", person.language(), null)));
    }

    private static void setMaritalStatus(Patient patient, MaritalStatus status) {
        patient.setMaritalStatus(Codes.concept(status.dutch(), Codes.hl7("v3-MaritalStatus", status.code(), null)));
    }
}
