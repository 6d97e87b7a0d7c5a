package nl.inzage.policy.smart;

import java.util.List;

/**
 * The types of which a patient's apps can get something here: what {@code patient/*} stands for, in the order in which a
 * person reads them. The FHIR server's own table offers the same, and a test of it says so.
 */
public final class PatientTypes {

    /** All of them. */
    public static final List<String> ALL = List.of(
            "Patient",
            "Observation",
            "DiagnosticReport",
            "Specimen",
            "ImagingStudy",
            "Media",
            "DocumentReference",
            "Composition",
            "Binary",
            "MedicationRequest",
            "MedicationStatement",
            "MedicationDispense",
            "MedicationAdministration",
            "Medication",
            "AllergyIntolerance",
            "Condition",
            "Procedure",
            "Flag",
            "FamilyMemberHistory",
            "Immunization",
            "ImmunizationRecommendation",
            "Device",
            "DeviceUseStatement",
            "DeviceRequest",
            "NutritionOrder",
            "Appointment",
            "Encounter",
            "ServiceRequest",
            "Task",
            "Goal",
            "CarePlan",
            "CareTeam",
            "Communication",
            "QuestionnaireResponse",
            "Consent",
            "Coverage",
            "RelatedPerson",
            "Practitioner",
            "PractitionerRole",
            "Organization",
            "Location");

    private PatientTypes() {}
}
