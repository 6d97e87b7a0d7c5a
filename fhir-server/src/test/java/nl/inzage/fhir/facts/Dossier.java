package nl.inzage.fhir.facts;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.inzage.policy.dossier.DossierEntry;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.release.LetterFacts;
import nl.inzage.policy.release.ResultFacts;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;

/** A few stored resources of one hospital, and the facts that are read from them. */
final class Dossier {

    static final Instant RECEIVED = Instant.parse("2026-10-03T10:00:00Z");
    static final FhirContext FHIR = FhirContext.forR4Cached();
    static final FactTables TABLES = FactTables.ofThisRelease();

    private static final FactsReader READER = new FactsReader(TABLES);
    private static final Map<String, String> SYSTEMS = Map.ofEntries(
            Map.entry("v2", "http://terminology.hl7.org/CodeSystem/v2-0074"),
            Map.entry("obs", "http://terminology.hl7.org/CodeSystem/observation-category"),
            Map.entry("loinc", "http://loinc.org"),
            Map.entry("snomed", "http://snomed.info/sct"),
            Map.entry("dicom", "http://dicom.nema.org/resources/ontology/DCM"),
            Map.entry("nhg", "https://referentiemodel.nhg.org/tabellen/nhg-tabel-45-diagnostische-bepalingen"),
            Map.entry("act", "http://terminology.hl7.org/CodeSystem/v3-ActCode"),
            Map.entry("role", "http://terminology.hl7.org/CodeSystem/v3-RoleCode"),
            Map.entry("reason", "http://terminology.hl7.org/CodeSystem/v3-ActReason"),
            Map.entry("service", "http://terminology.hl7.org/CodeSystem/service-type"),
            Map.entry("organization", "http://nictiz.nl/fhir/NamingSystem/organization-type"),
            Map.entry("uzi", "http://fhir.nl/fhir/NamingSystem/uzi-rolcode"),
            Map.entry("agb", "urn:oid:2.16.840.1.113883.2.4.6.7"),
            Map.entry("uscore", "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category"),
            Map.entry("scope", "http://terminology.hl7.org/CodeSystem/consentscope"),
            Map.entry("own", "https://linde.example/codes"));

    private final Map<String, Resource> stored = new HashMap<>();

    /** Stores resources that the read one may point at. */
    Dossier with(Resource... resources) {
        for (Resource resource : resources) {
            stored.put(resource.fhirType() + "/" + resource.getIdElement().getIdPart(), resource);
        }
        return this;
    }

    /** Stores a resource written as JSON without its quotation marks, to keep tests readable. */
    Dossier with(String json) {
        return with(parse(json));
    }

    Facts read(Resource resource) {
        return READER.read(
                resource,
                RECEIVED,
                Optional.of(new HospitalId("linde")),
                address -> Optional.ofNullable(stored.get(address)));
    }

    Set<String> dependsOn(Resource resource) {
        return READER.dependsOn(resource, address -> Optional.ofNullable(stored.get(address)));
    }

    ResultFacts result(Resource resource) {
        return ((Facts.Result) read(resource)).result();
    }

    LetterFacts letter(Resource resource) {
        return ((Facts.Letter) read(resource)).letter();
    }

    DossierEntry entry(Resource resource) {
        return ((Facts.Entry) read(resource)).entry();
    }

    /** A resource from JSON with single quotes. */
    static Resource parse(String json) {
        return (Resource) FHIR.newJsonParser().parseResource(json.replace('\'', '"'));
    }

    /** One concept with codes such as {@code "v2:LAB loinc:11502-2"}; a dash is none. */
    static CodeableConcept concept(String codes) {
        CodeableConcept concept = new CodeableConcept().setText("...");
        if (!"-".equals(codes)) {
            for (String code : codes.split(" ", -1)) {
                concept.addCoding(coding(code));
            }
        }
        return concept;
    }

    static Coding coding(String code) {
        String[] parts = code.split(":", 2);
        return new Coding(SYSTEMS.get(parts[0]), parts[1], null);
    }
}
