package nl.inzage.fhir.catalogue;

import static nl.inzage.fhir.catalogue.OfferedType.ownedBy;
import static nl.inzage.fhir.catalogue.Parameter.date;
import static nl.inzage.fhir.catalogue.Parameter.token;

import java.util.List;

/** Rows of the catalogue: how somebody is, what was done about it and with which aids. */
final class HealthTypes {

    private HealthTypes() {}

    static List<OfferedType> rows() {
        return List.of(
                ownedBy(
                                "AllergyIntolerance",
                                "patient",
                                token("clinical-status", "clinicalStatus"),
                                token("verification-status", "verificationStatus"),
                                token("category"),
                                token("criticality"),
                                token("code", "code|reaction.substance"),
                                date("date", "recordedDate"))
                        .including("recorder", "recorder", "Practitioner", "PractitionerRole")
                        .including("asserter", "asserter", "Practitioner", "PractitionerRole"),
                ownedBy(
                                "Condition",
                                "subject",
                                token("clinical-status", "clinicalStatus"),
                                token("verification-status", "verificationStatus"),
                                token("category"),
                                token("code"),
                                date("recorded-date", "recordedDate"))
                        .including("asserter", "asserter", "Practitioner", "PractitionerRole"),
                ownedBy(
                                "Procedure",
                                "subject",
                                token("status"),
                                token("category"),
                                token("code"),
                                date("date", "performed"))
                        .including("performer", "performer.actor", "Practitioner", "PractitionerRole", "Organization")
                        .including("location", "location", "Location"),
                ownedBy("Flag", "subject", token("category"), date("date", "period"))
                        .including("author", "author", "Practitioner", "PractitionerRole", "Organization"),
                ownedBy(
                        "FamilyMemberHistory",
                        "patient",
                        token("status"),
                        token("code", "condition.code"),
                        token("relationship"),
                        date("date", "date")),
                ownedBy("Device", "patient", token("status"), token("type"))
                        .including("organization", "owner", "Organization"),
                ownedBy("DeviceUseStatement", "subject").including("device", "device", "Device"));
    }
}
