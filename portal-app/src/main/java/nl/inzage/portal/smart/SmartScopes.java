package nl.inzage.portal.smart;

import java.util.List;

/** What the portal asks of a dossier, no more than its pages show. */
final class SmartScopes {

    static final List<String> ASKED = List.of(
            "launch/patient",
            "openid",
            "fhirUser",
            "online_access",
            "patient/Patient.r",
            "patient/Observation.rs",
            "patient/DiagnosticReport.rs",
            "patient/MedicationRequest.rs",
            "patient/MedicationStatement.rs",
            "patient/Medication.r",
            "patient/Appointment.rs",
            "patient/DocumentReference.rs",
            "patient/Binary.r",
            "patient/AllergyIntolerance.rs",
            "patient/Condition.rs",
            "patient/Practitioner.r",
            "patient/Organization.r");

    private SmartScopes() {}
}
