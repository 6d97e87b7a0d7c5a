package nl.inzage.fhir.catalogue;

import static nl.inzage.fhir.catalogue.OfferedType.ownedBy;
import static nl.inzage.fhir.catalogue.Parameter.date;
import static nl.inzage.fhir.catalogue.Parameter.token;

import java.util.List;

/** Rows of the catalogue: visits, requests and what is planned. */
final class PlanTypes {

    private PlanTypes() {}

    static List<OfferedType> rows() {
        return List.of(
                ownedBy(
                                "Appointment",
                                "participant.actor",
                                token("status"),
                                token("service-type", "serviceType"),
                                token("appointment-type", "appointmentType"),
                                token("specialty"),
                                date("date", "start"))
                        .including(
                                "actor", "participant.actor", "Patient", "Practitioner", "PractitionerRole", "Location")
                        .including("practitioner", "participant.actor", "Practitioner")
                        .including("location", "participant.actor", "Location"),
                ownedBy(
                                "Encounter",
                                "subject",
                                token("status"),
                                token("class"),
                                token("type"),
                                token("reason-code", "reasonCode"),
                                date("date", "period"))
                        .including("participant", "participant.individual", "Practitioner", "PractitionerRole")
                        .including("practitioner", "participant.individual", "Practitioner")
                        .including("service-provider", "serviceProvider", "Organization")
                        .including("location", "location.location", "Location")
                        .including("diagnosis", "diagnosis.condition", "Condition", "Procedure"),
                ownedBy(
                                "ServiceRequest",
                                "subject",
                                token("status"),
                                token("intent"),
                                token("category"),
                                token("code"),
                                date("authored", "authoredOn"))
                        .including("requester", "requester", "Practitioner", "PractitionerRole", "Organization")
                        .including(
                                "performer",
                                "performer",
                                "Practitioner",
                                "PractitionerRole",
                                "Organization",
                                "CareTeam"),
                ownedBy(
                                "DeviceRequest",
                                "subject",
                                token("status"),
                                token("intent"),
                                token("code"),
                                date("authored-on", "authoredOn"))
                        .including("device", "code", "Device")
                        .including("requester", "requester", "Practitioner", "PractitionerRole", "Organization"),
                ownedBy(
                        "Goal",
                        "subject",
                        token("lifecycle-status", "lifecycleStatus"),
                        token("achievement-status", "achievementStatus"),
                        token("category"),
                        date("start-date", "start")),
                ownedBy(
                                "CarePlan",
                                "subject",
                                token("status"),
                                token("intent"),
                                token("category"),
                                date("date", "period"))
                        .including("care-team", "careTeam", "CareTeam")
                        .including("condition", "addresses", "Condition")
                        .including("goal", "goal", "Goal"),
                ownedBy("CareTeam", "subject", token("status"), token("category"), date("date", "period"))
                        .including(
                                "participant",
                                "participant.member",
                                "Practitioner",
                                "PractitionerRole",
                                "Organization"),
                ownedBy(
                                "Task",
                                "for",
                                token("status"),
                                token("business-status", "businessStatus"),
                                token("intent"),
                                token("code"),
                                date("authored-on", "authoredOn"))
                        .including("owner", "owner", "Practitioner", "PractitionerRole", "Organization")
                        .including("requester", "requester", "Practitioner", "PractitionerRole", "Organization")
                        .only(Limit.NAMES_NOTHING_HIDDEN));
    }
}
