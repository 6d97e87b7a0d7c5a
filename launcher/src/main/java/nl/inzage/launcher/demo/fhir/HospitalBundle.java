package nl.inzage.launcher.demo.fhir;

import nl.inzage.launcher.demo.people.Hospital;
import org.hl7.fhir.r4.model.Bundle;

/** The first bundle that the hospital sends: itself, its staff, its clinics and the practices around it. */
public final class HospitalBundle {

    private final Hospital hospital;

    public HospitalBundle(Hospital hospital) {
        this.hospital = hospital;
    }

    /** Everything of hospital.yaml. */
    public Bundle bundle() {
        BundleDraft draft = new BundleDraft();
        Surroundings surroundings = new Surroundings(hospital, draft);
        hospital.organisations().keySet().forEach(surroundings::organisation);
        hospital.professionals().keySet().forEach(surroundings::professional);
        hospital.clinics().keySet().forEach(surroundings::clinic);
        hospital.staff().keySet().forEach(surroundings::staffMember);
        return draft.bundle();
    }
}
