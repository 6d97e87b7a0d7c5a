package nl.inzage.launcher.demo.fhir;

import java.util.Optional;
import nl.inzage.launcher.demo.people.Allergy;
import nl.inzage.launcher.demo.people.Problem;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceCategory;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceCriticality;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceReactionComponent;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceSeverity;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Identifier;

/** Diagnoses as nl-core-Problem and hypersensitivities as nl-core-AllergyIntolerance. */
final class Problems {

    private final DossierDraft dossier;

    Problems(DossierDraft dossier) {
        this.dossier = dossier;
    }

    void add(Problem from) {
        Condition condition = new Condition();
        condition.setMeta(Codes.profile("nl-core-Problem"));
        Identifier identifier = dossier.identifier("probleem", from.number());
        condition.addIdentifier(identifier);
        String status = from.until().isPresent() ? "resolved" : "active";
        condition.setClinicalStatus(Codes.concept(Codes.hl7("condition-clinical", status, null)));
        condition.setVerificationStatus(Codes.concept(Codes.hl7("condition-ver-status", "confirmed", "Confirmed")));
        condition.addCategory(Codes.concept("Diagnose", new Coding(Codes.SNOMED, "282291009", null)));
        condition.setCode(Codes.named(from.name(), Codes.SNOMED, Optional.of(from.snomed())));
        from.icd10().ifPresent(code -> condition.getCode().addCoding(new Coding(Codes.ICD10, code, null)));
        condition.setSubject(dossier.patient());
        condition.setOnset(Moments.date(dossier.calendar().day(from.since())));
        from.until()
                .ifPresent(end ->
                        condition.setAbatement(Moments.date(dossier.calendar().day(end))));
        from.note().ifPresent(note -> condition.addNote(new Annotation().setText(note)));
        dossier.draft().put(condition, identifier, from.name());
    }

    void add(Allergy from) {
        AllergyIntolerance allergy = new AllergyIntolerance();
        allergy.setMeta(Codes.profile("nl-core-AllergyIntolerance"));
        Identifier identifier = dossier.identifier("overgevoeligheid", from.number());
        allergy.addIdentifier(identifier);
        allergy.setClinicalStatus(Codes.concept(Codes.hl7("allergyintolerance-clinical", "active", "Active")));
        allergy.setVerificationStatus(
                Codes.concept(Codes.hl7("allergyintolerance-verification", "confirmed", "Confirmed")));
        allergy.addCategory(AllergyIntoleranceCategory.fromCode(from.category()));
        allergy.setCriticality(AllergyIntoleranceCriticality.fromCode(from.criticality()));
        allergy.setCode(Codes.named(from.name(), Codes.SNOMED, from.snomed()));
        from.atc().ifPresent(code -> allergy.getCode().addCoding(new Coding(Codes.ATC, code, null)));
        allergy.setPatient(dossier.patient());
        allergy.setOnset(Moments.date(dossier.calendar().day(from.since())));
        allergy.setRecordedDateElement(Moments.date(dossier.calendar().day(from.since())));
        from.reaction().ifPresent(reaction -> allergy.addReaction(reaction(reaction)));
        from.note().ifPresent(note -> allergy.addNote(new Annotation().setText(note)));
        dossier.draft().put(allergy, identifier, from.name());
    }

    private static AllergyIntoleranceReactionComponent reaction(Allergy.Reaction from) {
        AllergyIntoleranceReactionComponent reaction = new AllergyIntoleranceReactionComponent();
        reaction.addManifestation(Codes.named(from.name(), Codes.SNOMED, Optional.of(from.snomed())));
        reaction.setSeverity(AllergyIntoleranceSeverity.fromCode(from.severity()));
        return reaction;
    }
}
