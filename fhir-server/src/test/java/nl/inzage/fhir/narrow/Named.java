package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.view.Examples.observation;
import static nl.inzage.fhir.view.Examples.practitioner;

import nl.inzage.fhir.view.ViewFixture;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Specimen;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Samples and people who are shown when a row names them that is shown: by rows that are, and by rows that are not. */
final class Named {

    private Named() {}

    static void store(ViewFixture view) {
        view.store(
                practitioner("by-seen"),
                practitioner("by-waits"),
                practitioner("by-quiet-task"),
                practitioner("by-task"),
                practitioner("by-sample"),
                practitioner("by-consent"),
                practitioner("by-role"),
                practitioner("by-role-of-waits"),
                practitioner("by-nobody"),
                role("role-of-seen", "by-role"),
                role("role-of-waits", "by-role-of-waits"));
        view.store(
                sample("of-seen", "by-sample"),
                sample("of-waits", "by-sample"),
                sample("of-task", "by-sample"),
                sample("part", "by-sample").addParent(new Reference("Specimen/of-waits")));
        view.store(
                names("performs-seen", "by-seen", "role-of-seen", "of-seen"),
                names("performs-waits", "by-waits", "role-of-waits", "of-waits"));
        view.store(
                task("tells-seen", "by-quiet-task", "Observation/performs-waits", "Specimen/of-task"),
                task("says-seen", "by-task", "Observation/performs-seen", "Specimen/of-seen"),
                consent("permits-seen", "by-consent"));
    }

    private static PractitionerRole role(String id, String practitioner) {
        PractitionerRole role = new PractitionerRole();
        role.setId(id);
        role.setPractitioner(new Reference("Practitioner/" + practitioner));
        return role;
    }

    private static Specimen sample(String id, String collector) {
        Specimen specimen = new Specimen();
        specimen.setId(id);
        specimen.setSubject(new Reference("Patient/anna"));
        specimen.getCollection().setCollector(new Reference("Practitioner/" + collector));
        return specimen;
    }

    private static Observation names(String id, String practitioner, String role, String sample) {
        Observation observation = observation(id, "anna", "vital-signs");
        observation.addPerformer(new Reference("Practitioner/" + practitioner));
        observation.addPerformer(new Reference("PractitionerRole/" + role));
        observation.setSpecimen(new Reference("Specimen/" + sample));
        return observation;
    }

    private static Task task(String id, String requester, String about, String sample) {
        Task task = new Task();
        task.setId(id);
        task.setStatus(TaskStatus.REQUESTED);
        task.setFor(new Reference("Patient/anna"));
        task.setRequester(new Reference("Practitioner/" + requester));
        task.setFocus(new Reference(about));
        task.addExtension(new Extension("https://linde.example/sample", new Reference(sample)));
        return task;
    }

    private static Consent consent(String id, String actor) {
        Consent consent = new Consent();
        consent.setId(id);
        consent.setStatus(ConsentState.ACTIVE);
        consent.setPatient(new Reference("Patient/anna"));
        consent.getProvision()
                .addActor()
                .setRole(new CodeableConcept().setText("arts"))
                .setReference(new Reference("Practitioner/" + actor));
        return consent;
    }
}
