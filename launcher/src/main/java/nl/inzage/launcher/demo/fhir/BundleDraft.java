package nl.inzage.launcher.demo.fhir;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * A transaction in the making (<a href="https://hl7.org/fhir/R4/http.html#transaction">FHIR R4, 3.1.0.11</a>). Each
 * resource is written under its business identifier, so that the same bundle sent twice changes nothing.
 */
final class BundleDraft {

    private final Map<String, BundleEntryComponent> entries = new LinkedHashMap<>();

    /** Writes the resource, replacing what was known under the identifier. */
    Reference put(Resource resource, Identifier identifier, String display) {
        BundleEntryComponent entry = entry(resource, identifier);
        entry.getRequest().setMethod(HTTPVerb.PUT).setUrl(resource.fhirType() + "?" + query(identifier));
        return reference(resource, identifier, display);
    }

    /** Makes sure that the resource is known, leaving it alone if it is. */
    Reference ensure(Resource resource, Identifier identifier, String display) {
        if (!entries.containsKey(urn(resource, identifier))) {
            BundleEntryComponent entry = entry(resource, identifier);
            entry.getRequest()
                    .setMethod(HTTPVerb.POST)
                    .setUrl(resource.fhirType())
                    .setIfNoneExist(query(identifier));
        }
        return reference(resource, identifier, display);
    }

    /** Writes a resource that has no identifiers, under an id of the hospital's choice. */
    String putById(Resource resource, String id) {
        resource.setId(id);
        String address = resource.fhirType() + "/" + id;
        BundleEntryComponent entry =
                new BundleEntryComponent().setFullUrl("urn:uuid:" + id).setResource(resource);
        entry.getRequest().setMethod(HTTPVerb.PUT).setUrl(address);
        if (entries.put(address, entry) != null) {
            throw new IllegalArgumentException("Twice the same resource: " + address);
        }
        return address;
    }

    Bundle bundle() {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        entries.values().forEach(bundle::addEntry);
        return bundle;
    }

    private BundleEntryComponent entry(Resource resource, Identifier identifier) {
        String urn = urn(resource, identifier);
        BundleEntryComponent entry = new BundleEntryComponent().setFullUrl(urn).setResource(resource);
        if (entries.put(urn, entry) != null) {
            throw new IllegalArgumentException(
                    "Twice the same " + resource.fhirType() + " in one dossier: " + identifier.getValue());
        }
        return entry;
    }

    private static Reference reference(Resource resource, Identifier identifier, String display) {
        return new Reference(urn(resource, identifier))
                .setType(resource.fhirType())
                .setDisplay(display);
    }

    private static String query(Identifier identifier) {
        return "identifier=" + identifier.getSystem() + "|" + identifier.getValue();
    }

    private static String urn(Resource resource, Identifier identifier) {
        return "urn:uuid:" + uuid(resource.fhirType() + "|" + identifier.getSystem() + "|" + identifier.getValue());
    }

    /** The same name gives the same UUID, so that the same data give the same bundle. */
    static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
