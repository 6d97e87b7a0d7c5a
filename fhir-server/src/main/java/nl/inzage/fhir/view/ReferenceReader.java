package nl.inzage.fhir.view;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.catalogue.ElementPath;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.view.ViewEntry.Reference;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Resource;

/** Finds what a resource names: references anywhere in it, and the documents at the paths of its parts. */
final class ReferenceReader {

    /** What can be part of a group; a document about a patient is not a part of the patient. */
    private static final Set<String> PARTS =
            Set.of("Observation", "DiagnosticReport", "Binary", "ImagingStudy", "Media");

    private final FhirContext fhir;
    private final FhirTerser terser;
    private final Catalogue catalogue;

    ReferenceReader(FhirContext fhir, Catalogue catalogue) {
        this.fhir = fhir;
        this.terser = fhir.newTerser();
        this.catalogue = catalogue;
    }

    List<Reference> read(Resource resource, OfferedType type) {
        Set<ResourceKey> parts = parts(resource, type);
        Map<ResourceKey, Reference> found = new TreeMap<>();
        for (ResourceKey target : named(resource)) {
            boolean own = catalogue.isOwned(target.type()) || isNeverShown(fhir, catalogue, target.type());
            if (own || catalogue.type(target.type()).isPresent()) {
                found.put(target, new Reference(target, own, parts.contains(target)));
            }
        }
        for (ResourceKey part : parts) {
            found.putIfAbsent(part, new Reference(part, catalogue.isOwned(part.type()), true));
        }
        return List.copyOf(found.values());
    }

    /**
     * Whether a type is of FHIR R4's Patient compartment and not offered, so that it has no row and a reference to it is
     * always cut; a name that is no type counts as one.
     */
    static boolean isNeverShown(FhirContext fhir, Catalogue catalogue, String type) {
        return catalogue.type(type).isEmpty()
                && (!fhir.getResourceTypes().contains(type)
                        || !fhir.getResourceDefinition(type)
                                .getSearchParamsForCompartmentName("Patient")
                                .isEmpty());
    }

    /** What a resource that is nobody's own names of the same kind: the person and the place of a role. */
    Set<ResourceKey> sharedIn(Resource resource) {
        Set<ResourceKey> found = new TreeSet<>();
        for (ResourceKey target : named(resource)) {
            if (catalogue.type(target.type()).filter(OfferedType::isShared).isPresent()) {
                found.add(target);
            }
        }
        return found;
    }

    private Collection<ResourceKey> named(Resource resource) {
        return terser.getAllPopulatedChildElementsOfType(resource, org.hl7.fhir.r4.model.Reference.class).stream()
                .flatMap(reference -> ResourceKey.ofReference(reference.getReference()).stream())
                .toList();
    }

    /** The results and documents that a resource says it is made of or describes. */
    private static Set<ResourceKey> parts(Resource resource, OfferedType type) {
        Set<ResourceKey> parts = new HashSet<>();
        for (String path : type.parts()) {
            for (Base value : new ElementPath(path).in(resource)) {
                target(value).filter(key -> PARTS.contains(key.type())).ifPresent(parts::add);
            }
        }
        return parts;
    }

    private static Optional<ResourceKey> target(Base value) {
        return value instanceof org.hl7.fhir.r4.model.Reference reference
                ? ResourceKey.ofReference(reference.getReference())
                : ResourceKey.ofReference(value.primitiveValue());
    }
}
