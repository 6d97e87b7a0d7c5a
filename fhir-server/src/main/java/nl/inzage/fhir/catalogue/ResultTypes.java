package nl.inzage.fhir.catalogue;

import static nl.inzage.fhir.catalogue.OfferedType.ownedBy;
import static nl.inzage.fhir.catalogue.Parameter.date;
import static nl.inzage.fhir.catalogue.Parameter.token;

import java.util.List;

/** Rows of the catalogue: what was measured, seen and written about it. */
final class ResultTypes {

    private ResultTypes() {}

    static List<OfferedType> rows() {
        return List.of(
                observation(), report(), document(), composition(), binary(), specimen(), imagingStudy(), media());
    }

    private static OfferedType observation() {
        return ownedBy(
                        "Observation",
                        "subject",
                        token("category"),
                        token("code"),
                        token("status"),
                        date("date", "effective"))
                .including("performer", "performer", "Practitioner", "PractitionerRole", "Organization", "CareTeam")
                .including("has-member", "hasMember", "Observation", "QuestionnaireResponse")
                .including("derived-from", "derivedFrom", "Observation", "DocumentReference", "ImagingStudy", "Media")
                .including("specimen", "specimen", "Specimen")
                .including("device", "device", "Device")
                .releasedWith("hasMember")
                .offering(Operation.LASTN);
    }

    private static OfferedType report() {
        return ownedBy(
                        "DiagnosticReport",
                        "subject",
                        token("category"),
                        token("code"),
                        token("status"),
                        date("date", "effective"))
                .including("result", "result", "Observation")
                .including("performer", "performer", "Practitioner", "PractitionerRole", "Organization", "CareTeam")
                .including(
                        "results-interpreter",
                        "resultsInterpreter",
                        "Practitioner",
                        "PractitionerRole",
                        "Organization",
                        "CareTeam")
                .including("specimen", "specimen", "Specimen")
                .including("media", "media.link", "Media")
                .releasedWith("result", "presentedForm.url", "imagingStudy", "media.link");
    }

    private static OfferedType document() {
        return ownedBy(
                        "DocumentReference",
                        "subject",
                        token("category"),
                        token("type"),
                        token("status"),
                        date("date", "date"))
                .including("author", "author", "Practitioner", "PractitionerRole", "Organization")
                .including("authenticator", "authenticator", "Practitioner", "PractitionerRole", "Organization")
                .including("custodian", "custodian", "Organization")
                .releasedWith("context.related", "content.attachment.url")
                .offering(Operation.DOCREF);
    }

    private static OfferedType composition() {
        return ownedBy(
                        "Composition",
                        "subject",
                        token("category"),
                        token("type"),
                        token("status"),
                        date("date", "date"))
                .including("author", "author", "Practitioner", "PractitionerRole", "Organization")
                .releasedWith("section.entry");
    }

    private static OfferedType binary() {
        return OfferedType.content("Binary");
    }

    /** A sample of tumour tissue tells what was looked for: it shows with the result that names it. */
    private static OfferedType specimen() {
        return ownedBy("Specimen", "subject", token("type"), token("status"), date("collected", "collection.collected"))
                .only(Limit.WHEN_NAMED);
    }

    private static OfferedType imagingStudy() {
        return ownedBy(
                        "ImagingStudy",
                        "subject",
                        token("status"),
                        token("modality", "series.modality"),
                        token("bodysite", "series.bodySite"),
                        date("started", "started"))
                .including("referrer", "referrer", "Practitioner", "PractitionerRole")
                .including("interpreter", "interpreter", "Practitioner", "PractitionerRole");
    }

    private static OfferedType media() {
        return ownedBy(
                        "Media",
                        "subject",
                        token("status"),
                        token("type"),
                        token("modality"),
                        token("site", "bodySite"),
                        date("created", "created"))
                .including("operator", "operator", "Practitioner", "PractitionerRole", "Organization", "CareTeam");
    }
}
