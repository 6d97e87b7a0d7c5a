package nl.inzage.fhir.catalogue;

import static nl.inzage.fhir.catalogue.OfferedType.ownedBy;
import static nl.inzage.fhir.catalogue.OfferedType.patient;
import static nl.inzage.fhir.catalogue.OfferedType.shared;
import static nl.inzage.fhir.catalogue.Parameter.date;
import static nl.inzage.fhir.catalogue.Parameter.string;
import static nl.inzage.fhir.catalogue.Parameter.token;
import static nl.inzage.fhir.catalogue.Parameter.tokenNotInUrl;

import java.util.List;

/** Rows of the catalogue: the patient, who is near, what was said and agreed, and who works here. */
final class PersonTypes {

    private PersonTypes() {}

    static List<OfferedType> rows() {
        return List.of(
                patient(
                                tokenNotInUrl("identifier"),
                                string("name", "name"),
                                string("family", "name.family"),
                                string("given", "name.given"),
                                token("gender"),
                                date("birthdate", "birthDate"))
                        .including(
                                "general-practitioner",
                                "generalPractitioner",
                                "Practitioner",
                                "PractitionerRole",
                                "Organization")
                        .including("organization", "managingOrganization", "Organization")
                        .offering(Operation.EVERYTHING),
                ownedBy("RelatedPerson", "patient", tokenNotInUrl("identifier"), token("active"), token("relationship"))
                        .only(Limit.PATIENT_ALONE),
                ownedBy("Coverage", "beneficiary", tokenNotInUrl("identifier"), token("status"), token("type"))
                        .including("payor", "payor", "Organization", "Patient"),
                ownedBy(
                                "Consent",
                                "patient",
                                token("status"),
                                token("scope"),
                                token("category"),
                                date("date", "dateTime"))
                        .including(
                                "actor",
                                "provision.actor.reference",
                                "Practitioner",
                                "PractitionerRole",
                                "Organization")
                        .including("organization", "organization", "Organization")
                        .only(Limit.PATIENT_ALONE),
                ownedBy("Communication", "subject", token("status"), token("category"), date("sent", "sent"))
                        .including("sender", "sender", "Practitioner", "PractitionerRole", "Organization")
                        .including("recipient", "recipient", "Practitioner", "PractitionerRole", "Organization")
                        .only(Limit.NAMES_NOTHING_HIDDEN),
                ownedBy("QuestionnaireResponse", "subject", token("status"), date("authored", "authored"))
                        .including("author", "author", "Practitioner", "PractitionerRole", "Organization"),
                shared("Medication"),
                shared("Practitioner"),
                shared("PractitionerRole")
                        .including("practitioner", "practitioner", "Practitioner")
                        .including("organization", "organization", "Organization")
                        .including("location", "location", "Location"),
                shared("Organization"),
                shared("Location").including("organization", "managingOrganization", "Organization"));
    }
}
