package nl.inzage.launcher.demo.fhir;

import java.util.Optional;
import nl.inzage.launcher.demo.people.Hospital;
import nl.inzage.launcher.demo.people.Hospital.Clinic;
import nl.inzage.launcher.demo.people.Hospital.Organisation;
import nl.inzage.launcher.demo.people.Hospital.Professional;
import nl.inzage.launcher.demo.people.Hospital.StaffMember;
import nl.inzage.launcher.demo.people.PersonName;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;

/** The organisations, professionals and places around a dossier, added to the bundle that first needs them. */
final class Surroundings {

    private static final String ORGANISATION_TYPE = "http://nictiz.nl/fhir/NamingSystem/organization-type";

    private final Hospital hospital;
    private final BundleDraft draft;

    Surroundings(Hospital hospital, BundleDraft draft) {
        this.hospital = hospital;
        this.draft = draft;
    }

    Reference hospital() {
        return organisation(hospital.hospital());
    }

    Reference laboratory() {
        return organisation(hospital.laboratory());
    }

    Reference organisation(String key) {
        Organisation from = Keys.find("organisation", key, hospital.organisations());
        Identifier own = identifier("organisatie", key);
        Organization organization = new Organization().setActive(true).setName(from.name());
        organization.setMeta(Codes.profile("nl-core-HealthcareProvider-Organization"));
        organization.addIdentifier(own);
        addNumber(organization, Systems.URA, from.ura());
        addNumber(organization, Systems.AGB, from.agb());
        addNumber(organization, Systems.UZOVI, from.uzovi());
        from.kind().ifPresent(kind -> organization.addType(Codes.concept(new Coding(ORGANISATION_TYPE, kind, null))));
        from.phone().ifPresent(phone -> organization.addTelecom(Contact.workPhone(phone)));
        from.address().ifPresent(address -> organization.addAddress(Contact.work(address)));
        from.partOf().ifPresent(parent -> organization.setPartOf(organisation(parent)));
        return draft.ensure(organization, own, from.name());
    }

    Reference professional(String key) {
        Professional from = professionalOf(key);
        Practitioner practitioner = practitioner(from.name(), from.title());
        Identifier own = identifier("zorgverlener", key);
        practitioner.addIdentifier(own);
        from.uzi()
                .ifPresent(uzi -> practitioner.addIdentifier(
                        new Identifier().setSystem(Systems.UZI).setValue(uzi)));
        from.agb()
                .ifPresent(agb -> practitioner.addIdentifier(
                        new Identifier().setSystem(Systems.AGB).setValue(agb)));
        practitioner
                .addQualification()
                .setCode(Codes.concept(
                        from.speciality(), new Coding(Systems.AGB_SPECIALITY, from.agbSpeciality(), null)));
        return draft.ensure(practitioner, own, from.display());
    }

    Professional professionalOf(String key) {
        return Keys.find("professional", key, hospital.professionals());
    }

    Reference staffMember(String key) {
        StaffMember from = Keys.find("staff member", key, hospital.staff());
        Practitioner practitioner = practitioner(from.name(), "mw.");
        Identifier uzi = new Identifier().setSystem(Systems.UZI).setValue(from.uzi());
        practitioner.addIdentifier(uzi);
        return draft.ensure(practitioner, uzi, from.name().everyday());
    }

    Reference clinic(String key) {
        Clinic from = Keys.find("clinic", key, hospital.clinics());
        Identifier own = identifier("locatie", key);
        Location location = new Location().setName(from.name()).setDescription(from.route());
        location.setMeta(Codes.profile("nl-core-HealthcareProvider"));
        location.addIdentifier(own);
        location.addTelecom(Contact.workPhone(from.phone()));
        location.setManagingOrganization(hospital());
        return draft.ensure(location, own, from.name() + ", " + from.route());
    }

    private static Practitioner practitioner(PersonName name, String title) {
        Practitioner practitioner = new Practitioner().setActive(true);
        practitioner.setMeta(Codes.profile("nl-core-HealthProfessional-Practitioner"));
        practitioner.addName(new DutchName(name).withInitials(title));
        return practitioner;
    }

    private static void addNumber(Organization organization, String system, Optional<String> value) {
        value.ifPresent(number ->
                organization.addIdentifier(new Identifier().setSystem(system).setValue(number)));
    }

    private static Identifier identifier(String numbering, String key) {
        return new Identifier().setSystem(Systems.own(numbering)).setValue(key);
    }
}
