package nl.inzage.fhir.full;

import static ca.uhn.fhir.rest.api.RestOperationTypeEnum.CREATE;
import static ca.uhn.fhir.rest.api.RestOperationTypeEnum.DELETE;
import static ca.uhn.fhir.rest.api.RestOperationTypeEnum.GET_PAGE;
import static ca.uhn.fhir.rest.api.RestOperationTypeEnum.HISTORY_INSTANCE;
import static ca.uhn.fhir.rest.api.RestOperationTypeEnum.METADATA;
import static ca.uhn.fhir.rest.api.RestOperationTypeEnum.PATCH;
import static ca.uhn.fhir.rest.api.RestOperationTypeEnum.READ;
import static ca.uhn.fhir.rest.api.RestOperationTypeEnum.SEARCH_TYPE;
import static ca.uhn.fhir.rest.api.RestOperationTypeEnum.TRANSACTION;
import static ca.uhn.fhir.rest.api.RestOperationTypeEnum.UPDATE;
import static ca.uhn.fhir.rest.api.RestOperationTypeEnum.VREAD;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import java.util.Map;
import java.util.Set;
import nl.inzage.policy.smart.Interaction;

/**
 * The committed list of what the full door does. What is not here is not registered: HAPI would bring some thirty
 * operations along, among them ones that ignore who asks ($meta, $lastn) or that the released view is not told of.
 */
final class Surface {

    static final Set<RestOperationTypeEnum> INTERACTIONS = Set.of(
            METADATA, READ, VREAD, HISTORY_INSTANCE, SEARCH_TYPE, GET_PAGE, CREATE, UPDATE, PATCH, DELETE, TRANSACTION);

    /** Operations of our own, and what a token must permit for them on the type that they are called on. */
    static final Map<String, Interaction> OPERATIONS = Map.of(
            "$validate", Interaction.CREATE,
            "$hold", Interaction.UPDATE,
            "$release-now", Interaction.UPDATE,
            "$why-not-visible", Interaction.READ,
            "$not-released", Interaction.SEARCH);

    /** The dossier and what it refers to; not the definitions (profiles, search parameters), which are ours. */
    static final Set<String> TYPES = Set.of(
            """
            Account ActivityDefinition AdverseEvent AllergyIntolerance Appointment AppointmentResponse Basic Binary \
            BodyStructure CarePlan CareTeam ChargeItem Claim ClaimResponse ClinicalImpression Communication \
            CommunicationRequest Composition Condition Consent Contract Coverage DetectedIssue Device DeviceMetric \
            DeviceRequest DeviceUseStatement DiagnosticReport DocumentManifest DocumentReference Encounter Endpoint \
            EpisodeOfCare ExplanationOfBenefit FamilyMemberHistory Flag Goal Group GuidanceResponse HealthcareService \
            ImagingStudy Immunization ImmunizationEvaluation ImmunizationRecommendation InsurancePlan Invoice List \
            Location Media Medication MedicationAdministration MedicationDispense MedicationRequest \
            MedicationStatement NutritionOrder Observation Organization OrganizationAffiliation Patient Person \
            PlanDefinition Practitioner PractitionerRole Procedure Provenance Questionnaire QuestionnaireResponse \
            RelatedPerson RequestGroup ResearchStudy ResearchSubject RiskAssessment Schedule ServiceRequest Slot \
            Specimen Substance SupplyDelivery SupplyRequest Task VisionPrescription"""
                    .split(" "));

    private Surface() {}
}
