package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.view.Examples.binary;
import static nl.inzage.fhir.view.Examples.document;
import static nl.inzage.fhir.view.Examples.lab;
import static nl.inzage.fhir.view.Examples.observation;
import static nl.inzage.fhir.view.Examples.practitioner;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.FhirContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.catalogue.Ownership;
import nl.inzage.fhir.catalogue.Parameter;
import nl.inzage.fhir.facts.HospitalTag;
import nl.inzage.fhir.view.Examples;
import nl.inzage.fhir.view.ViewFixture;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Rows of each type of the catalogue in every state that a row can be in, and what names them. */
final class EveryRow {

    /** By the end of an id: the window on the ordinary track and on the early one. */
    private static final Map<String, String> WINDOWS = Map.of(
            "seen", "ordinary_from = '2020-01-01', early_from = '2020-01-01'",
            "early", "ordinary_from = '2100-01-01', early_from = '2020-01-01'",
            "waits", "ordinary_from = '2100-01-01', early_from = '2100-01-01'",
            "never", "ordinary_from = null, early_from = null",
            "over",
                    "ordinary_from = '2020-01-01', ordinary_until = '2021-01-01', early_from = '2020-01-01',"
                            + " early_until = '2020-06-01'",
            "stale", "ordinary_from = '2026-06-01', early_from = '2026-06-01', policy = 'stale'");

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final List<Resource> all = new ArrayList<>();

    /** Fills a view; every patient may be anna, who has most, or bram. */
    static void fill(ViewFixture view) {
        EveryRow rows = new EveryRow();
        new Catalogue().types().stream().filter(OfferedType::isOwned).forEach(rows::grid);
        view.store(rows.all.toArray(Resource[]::new));
        Named.store(view);
        stamped(view);
        WINDOWS.forEach((end, columns) ->
                view.writer().update("update released.resource set " + columns + " where id like ?", "%-" + end));
        view.writer().execute("analyze");
    }

    private void grid(OfferedType type) {
        if (type.ownership() instanceof Ownership.Self) {
            all.add(Examples.patient("anna"));
            all.add(Examples.patient("bram"));
            return;
        }
        WINDOWS.keySet().forEach(state -> add(type, "linde", "anna", state));
        add(type, "umcu", "anna", "seen");
        add(type, "umcu", "anna", "early");
        add(type, "", "anna", "seen");
        add(type, "linde", "bram", "seen");
        add(type, "linde", "", "seen");
        names(add(type, "linde", "anna-names-hidden", "seen"), "Observation/linde-anna-waits");
        names(add(type, "linde", "anna-names-seen", "seen"), "Observation/linde-anna-seen");
        names(add(type, "linde", "anna-names-bram", "seen"), "Condition/linde-bram-seen");
    }

    private DomainResource add(OfferedType type, String hospital, String who, String state) {
        String owner = who.isEmpty() ? "Practitioner/x" : "Patient/" + who.split("-", -1)[0];
        String path = ((Ownership.By) type.ownership()).path();
        String element = path.equals("participant.actor")
                ? "\"participant\":[{\"actor\":{\"reference\":\"" + owner + "\"}}]"
                : "\"" + path + "\":{\"reference\":\"" + owner + "\"}";
        DomainResource resource = (DomainResource)
                FHIR.newJsonParser().parseResource("{\"resourceType\":\"" + type.name() + "\"," + element + "}");
        resource.setId((hospital.isEmpty() ? "no" : hospital) + "-" + (who.isEmpty() ? "no" : who) + "-" + state);
        resource.getMeta().addTag(hospital.isEmpty() ? "urn:other" : HospitalTag.SYSTEM, hospital + "x", null);
        if (!hospital.isEmpty()) {
            resource.getMeta().getTagFirstRep().setCode(hospital);
        }
        type.parameters().forEach(parameter -> code(resource, parameter, all.size() % 2 == 0 ? "een" : "twee"));
        all.add(resource);
        return resource;
    }

    /** A code at an element that takes any. */
    private static void code(Resource resource, Parameter parameter, String code) {
        BaseRuntimeChildDefinition child = FHIR.getResourceDefinition(resource).getChildByName(parameter.path());
        if (parameter.isToken() && child != null && child.getChildByName(parameter.path()) != null) {
            if (child.getChildByName(parameter.path()).getImplementingClass() == CodeableConcept.class) {
                child.getMutator()
                        .addValue(resource, new CodeableConcept(new Coding("https://codes.example", code, null)));
            }
        }
    }

    private static void names(DomainResource resource, String reference) {
        resource.addExtension("https://linde.example/names", new Reference(reference));
    }

    /** What is stamped by the policy itself, and documents with their content. */
    private static void stamped(ViewFixture view) {
        Date now = Date.from(view.now());
        Date longAgo = Date.from(view.now().minus(Duration.ofDays(90)));
        Observation corrected = lab("corrected", "anna", longAgo);
        Observation wrong = lab("wrong", "anna", longAgo);
        Observation about = observation("about-two", "anna", "vital-signs");
        Observation other = observation("c", "bram", "vital-signs");
        about.addContained(other);
        Observation kind = observation("about-one", "anna", "vital-signs");
        Observation part = observation("d", "anna", "vital-signs");
        kind.addContained(part);
        view.store(corrected, wrong, about, kind, lab("held", "anna", now), lab("released", "anna", longAgo));
        Observation later = lab("corrected", "anna", now);
        later.setStatus(ObservationStatus.CORRECTED);
        Observation error = lab("wrong", "anna", now);
        error.setStatus(ObservationStatus.ENTEREDINERROR);
        view.store(later, error, earlyChoice());
        view.store(binary("b1"), binary("b2"), binary("b3"), binary("b4"), practitioner("reader"));
        view.store(
                document("shows-seen", "anna", "b1"),
                document("shows-waits", "anna", "b2"),
                document("shows-bram-seen", "bram", "b3"));
    }

    private static Consent earlyChoice() {
        Consent consent = new Consent();
        consent.setId("choice");
        consent.setStatus(ConsentState.ACTIVE);
        consent.addCategory(new CodeableConcept(
                new Coding("https://inzage.nl/fhir/CodeSystem/consent-category", "release-preference", null)));
        consent.setPatient(new Reference("Patient/anna"));
        consent.getProvision().setType(ConsentProvisionType.PERMIT);
        consent.getProvision()
                .addCode(new CodeableConcept(
                        new Coding("https://inzage.nl/fhir/CodeSystem/release-preference", "early", null)));
        return consent;
    }
}
