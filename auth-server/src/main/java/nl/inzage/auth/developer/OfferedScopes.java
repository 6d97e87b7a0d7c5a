package nl.inzage.auth.developer;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an app of a developer can ask for: reading at the narrow door, and knowing who somebody is. Scopes of systems, and
 * those of employees, are for the operator to give.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html">SMART 2.2, Scopes</a>
 */
final class OfferedScopes {

    /** Who it is, and how long it lasts. */
    static final List<String> OF_LOGIN =
            List.of("openid", "fhirUser", "launch/patient", "online_access", "offline_access");

    /** What is in the dossier: the types that the narrow door has. */
    static final List<String> OF_DATA = Stream.of(
                    "*",
                    "Patient",
                    "AllergyIntolerance",
                    "Appointment",
                    "Binary",
                    "CarePlan",
                    "CareTeam",
                    "Communication",
                    "Composition",
                    "Condition",
                    "Consent",
                    "Coverage",
                    "Device",
                    "DeviceRequest",
                    "DeviceUseStatement",
                    "DiagnosticReport",
                    "DocumentReference",
                    "Encounter",
                    "FamilyMemberHistory",
                    "Flag",
                    "Goal",
                    "ImagingStudy",
                    "Immunization",
                    "ImmunizationRecommendation",
                    "Location",
                    "Media",
                    "Medication",
                    "MedicationAdministration",
                    "MedicationDispense",
                    "MedicationRequest",
                    "MedicationStatement",
                    "NutritionOrder",
                    "Observation",
                    "Organization",
                    "Practitioner",
                    "PractitionerRole",
                    "Procedure",
                    "QuestionnaireResponse",
                    "RelatedPerson",
                    "ServiceRequest",
                    "Specimen",
                    "Task")
            .map(type -> "patient/" + type + ".rs")
            .toList();

    private OfferedScopes() {}

    static boolean has(String scope) {
        return OF_LOGIN.contains(scope) || OF_DATA.contains(scope);
    }
}
