package nl.inzage.fhir.view;

import static nl.inzage.fhir.view.OfferedType.content;
import static nl.inzage.fhir.view.OfferedType.ownedBy;
import static nl.inzage.fhir.view.OfferedType.patient;
import static nl.inzage.fhir.view.OfferedType.shared;
import static nl.inzage.fhir.view.Parameter.date;
import static nl.inzage.fhir.view.Parameter.token;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.inzage.fhir.view.Parameter.Kind;

/**
 * The one table of what people and apps can ask: it decides what the released view holds, which requests the narrow
 * door takes and what its CapabilityStatement says. What is not in it does not exist. To offer a type, add a row.
 * Parameters keep FHIR R4's names and meaning, and read the resource itself only, never what it refers to.
 */
public final class Catalogue {

    private static final List<OfferedType> ROWS = List.of(
            patient(new Parameter("identifier", Kind.TOKEN_NOT_IN_URL, "identifier")),
            ownedBy(
                            "Observation",
                            "subject",
                            token("category"),
                            token("code"),
                            token("status"),
                            date("date", "effective"))
                    .releasedWith("hasMember"),
            ownedBy(
                            "DiagnosticReport",
                            "subject",
                            token("category"),
                            token("code"),
                            token("status"),
                            date("date", "effective"))
                    .including("result", "Observation")
                    .releasedWith("result", "presentedForm.url"),
            ownedBy(
                            "DocumentReference",
                            "subject",
                            token("category"),
                            token("type"),
                            token("status"),
                            date("date", "date"))
                    .releasedWith("context.related", "content.attachment.url"),
            ownedBy(
                            "MedicationRequest",
                            "subject",
                            token("category"),
                            token("code", "medication"),
                            token("status"),
                            token("intent"),
                            date("authoredon", "authoredOn"))
                    .including("medication", "Medication"),
            ownedBy(
                            "MedicationStatement",
                            "subject",
                            token("category"),
                            token("code", "medication"),
                            token("status"),
                            date("effective", "effective"))
                    .including("medication", "Medication"),
            ownedBy(
                    "Appointment",
                    "participant.actor",
                    token("status"),
                    token("service-type", "serviceType"),
                    date("date", "start")),
            ownedBy(
                    "AllergyIntolerance",
                    "patient",
                    token("clinical-status", "clinicalStatus"),
                    token("verification-status", "verificationStatus"),
                    token("category"),
                    token("code", "code|reaction.substance"),
                    date("date", "recordedDate")),
            ownedBy(
                    "Condition",
                    "subject",
                    token("clinical-status", "clinicalStatus"),
                    token("verification-status", "verificationStatus"),
                    token("category"),
                    token("code"),
                    date("recorded-date", "recordedDate")),
            ownedBy(
                    "Immunization",
                    "patient",
                    token("status"),
                    token("vaccine-code", "vaccineCode"),
                    date("date", "occurrence")),
            ownedBy(
                    "Procedure",
                    "subject",
                    token("status"),
                    token("category"),
                    token("code"),
                    date("date", "performed")),
            content("Binary"),
            shared("Medication"),
            shared("Practitioner"),
            shared("PractitionerRole"),
            shared("Organization"),
            shared("Location"));

    private final Map<String, OfferedType> types;

    public Catalogue() {
        this(ROWS);
    }

    Catalogue(List<OfferedType> rows) {
        Map<String, OfferedType> byName = new LinkedHashMap<>();
        rows.forEach(row -> byName.put(row.name(), row));
        this.types = byName;
    }

    /** The row of a type, or nothing: then the type does not exist for people and apps. */
    public Optional<OfferedType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    public Collection<OfferedType> types() {
        return types.values();
    }

    /** Whether a type belongs to patients, so that a reference to it may be one to something hidden. */
    boolean isOwned(String name) {
        return type(name).map(OfferedType::isOwned).orElse(false);
    }
}
