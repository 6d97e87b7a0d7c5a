package nl.inzage.launcher.load;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;

/**
 * Makes a transaction of what did not come as one. A resource that came without a request is put under its id or, when
 * it has none, made unless one with its first identifier is there.
 */
final class WrappedResources {

    private static final String BSN = "http://fhir.nl/fhir/NamingSystem/bsn";

    private final Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
    private boolean repeatable = true;

    void add(Optional<String> fullUrl, Resource resource) {
        BundleEntryComponent entry = transaction.addEntry().setResource(resource);
        fullUrl.ifPresent(entry::setFullUrl);
        String type = resource.fhirType();
        if (resource.hasIdElement() && resource.getIdElement().hasIdPart()) {
            entry.getRequest()
                    .setMethod(HTTPVerb.PUT)
                    .setUrl(type + "/" + resource.getIdElement().getIdPart());
            return;
        }
        entry.getRequest().setMethod(HTTPVerb.POST).setUrl(type);
        Optional<Identifier> identifier = identifier(resource);
        identifier.ifPresent(
                found -> entry.getRequest().setIfNoneExist("identifier=" + found.getSystem() + "|" + found.getValue()));
        repeatable &= identifier.isPresent();
    }

    /** An entry of a batch, with the request that it came with. */
    void addAsAsked(BundleEntryComponent entry) {
        transaction.addEntry(entry);
        String method =
                entry.getRequest().hasMethod() ? entry.getRequest().getMethod().toCode() : "";
        repeatable &= Shape.repeatable(
                method, Optional.ofNullable(entry.getRequest().getIfNoneExist()).orElse(""));
    }

    Bundle transaction() {
        return transaction;
    }

    boolean isRepeatable() {
        return repeatable;
    }

    /** The first whole identifier that may stand in a query: never a BSN. */
    private static Optional<Identifier> identifier(Resource resource) {
        Property property = resource.getNamedProperty("identifier");
        List<Base> values = property == null ? List.of() : property.getValues();
        return values.stream()
                .filter(Identifier.class::isInstance)
                .map(Identifier.class::cast)
                .filter(found -> found.hasSystem() && found.hasValue() && !BSN.equals(found.getSystem()))
                .findFirst();
    }
}
