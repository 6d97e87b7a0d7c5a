package nl.inzage.fhir.catalogue;

import static nl.inzage.fhir.catalogue.OfferedType.ownedBy;
import static nl.inzage.fhir.catalogue.Parameter.date;
import static nl.inzage.fhir.catalogue.Parameter.token;

import java.util.List;

/**
 * Rows of the catalogue: medicines, vaccinations and what was prescribed to eat. The category of dispenses and
 * administrations is the Dutch medication process's own parameter.
 */
final class MedicationTypes {

    private MedicationTypes() {}

    static List<OfferedType> rows() {
        return List.of(
                ownedBy(
                                "MedicationRequest",
                                "subject",
                                token("category"),
                                token("code", "medication"),
                                token("status"),
                                token("intent"),
                                date("authoredon", "authoredOn"))
                        .including("medication", "medication", "Medication")
                        .including("requester", "requester", "Practitioner", "PractitionerRole", "Organization")
                        .including(
                                "intended-performer", "performer", "Practitioner", "PractitionerRole", "Organization")
                        .including("intended-dispenser", "dispenseRequest.performer", "Organization"),
                ownedBy(
                                "MedicationStatement",
                                "subject",
                                token("category"),
                                token("code", "medication"),
                                token("status"),
                                date("effective", "effective"))
                        .including("medication", "medication", "Medication")
                        .including("source", "informationSource", "Practitioner", "PractitionerRole", "Organization"),
                ownedBy(
                                "MedicationDispense",
                                "subject",
                                token("category"),
                                token("code", "medication"),
                                token("status"),
                                token("type"),
                                date("whenhandedover", "whenHandedOver"))
                        .including("medication", "medication", "Medication")
                        .including("performer", "performer.actor", "Practitioner", "PractitionerRole", "Organization")
                        .including("prescription", "authorizingPrescription", "MedicationRequest"),
                ownedBy(
                                "MedicationAdministration",
                                "subject",
                                token("category"),
                                token("code", "medication"),
                                token("status"),
                                date("effective-time", "effective"))
                        .including("medication", "medication", "Medication")
                        .including("performer", "performer.actor", "Practitioner", "PractitionerRole")
                        .including("request", "request", "MedicationRequest"),
                ownedBy(
                                "Immunization",
                                "patient",
                                token("status"),
                                token("vaccine-code", "vaccineCode"),
                                date("date", "occurrence"))
                        .including("performer", "performer.actor", "Practitioner", "PractitionerRole", "Organization")
                        .including("location", "location", "Location"),
                ownedBy(
                        "ImmunizationRecommendation",
                        "patient",
                        token("status", "recommendation.forecastStatus"),
                        token("target-disease", "recommendation.targetDisease"),
                        token("vaccine-type", "recommendation.vaccineCode"),
                        date("date", "date")),
                ownedBy(
                                "NutritionOrder",
                                "patient",
                                token("status"),
                                token("oraldiet", "oralDiet.type"),
                                date("datetime", "dateTime"))
                        .including("provider", "orderer", "Practitioner", "PractitionerRole"));
    }
}
