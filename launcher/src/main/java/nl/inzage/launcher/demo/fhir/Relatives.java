package nl.inzage.launcher.demo.fhir;

import nl.inzage.launcher.demo.people.Relative;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Coverage.CoverageStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.RelatedPerson;

/** Contact persons as nl-core-ContactPerson, and the health insurance as nl-core-Payer. */
final class Relatives {

    private final DossierDraft dossier;

    Relatives(DossierDraft dossier) {
        this.dossier = dossier;
    }

    void add(Relative relative) {
        RelatedPerson person = new RelatedPerson().setActive(true);
        person.setMeta(Codes.profile("nl-core-ContactPerson"));
        Identifier own =
                new Identifier().setSystem(Systems.own("contactpersoon")).setValue(relative.number());
        person.addIdentifier(own);
        relative.bsn()
                .ifPresent(bsn -> person.addIdentifier(
                        new Identifier().setSystem(Systems.BSN).setValue(bsn)));
        person.setPatient(dossier.patient());
        person.addRelationship(Codes.concept(relative.dutch(), Codes.hl7("v3-RoleCode", relative.relation(), null)));
        new DutchName(relative.name()).officialAndUsual().forEach(person::addName);
        relative.phone().ifPresent(phone -> person.addTelecom(Contact.mobile(phone)));
        relative.address().ifPresent(address -> person.addAddress(Contact.home(address)));
        dossier.draft().put(person, own, relative.name().everyday());
    }

    void addInsurance() {
        dossier.person().insurance().ifPresent(insurance -> {
            Coverage coverage = new Coverage().setStatus(CoverageStatus.ACTIVE);
            coverage.setMeta(Codes.profile("nl-core-Payer.InsuranceCompany"));
            Identifier own = dossier.identifier("verzekering", "1");
            coverage.addIdentifier(own);
            coverage.setSubscriberId(insurance.number());
            coverage.setBeneficiary(dossier.patient());
            coverage.addPayor(dossier.surroundings().organisation(insurance.insurer()));
            dossier.draft().put(coverage, own, "Zorgverzekering");
        });
    }
}
