package nl.inzage.fhir.view;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.catalogue.ElementPath;
import nl.inzage.fhir.catalogue.Limit;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.catalogue.Ownership;
import nl.inzage.fhir.facts.HospitalTag;
import nl.inzage.policy.identity.HospitalId;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Turns a stored resource, with its id, version and tags, into what the released view keeps of it. */
final class EntryMaker {

    /** What decides on the release of what people see, whether it is shown itself or not. */
    static final Set<String> NEIGHBOURS = Set.of(
            "CareTeam",
            "Encounter",
            "EpisodeOfCare",
            "HealthcareService",
            "ImagingStudy",
            "Media",
            "ResearchStudy",
            "ResearchSubject",
            "ServiceRequest",
            "Specimen");

    /** Where FHIR R4 says whom something is about. */
    private static final List<String> ABOUT = List.of("subject", "patient", "beneficiary", "for", "participant.actor");

    /** No resource has this type, so that it is hidden from everyone. */
    private static final ResourceKey NAMELESS = new ResourceKey("Nameless", "0");

    private final Catalogue catalogue;
    private final ReferenceReader references;
    private final BodyEncoder bodies;
    private final LogicalReferences logical;

    EntryMaker(FhirContext fhir, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.references = new ReferenceReader(fhir, catalogue);
        this.bodies = new BodyEncoder(fhir);
        this.logical = new LogicalReferences(fhir, catalogue);
    }

    /** Whether the view keeps anything of a type. */
    boolean keeps(String type) {
        return catalogue.type(type).isPresent() || NEIGHBOURS.contains(type);
    }

    /** The entry, or nothing for a type of which nothing is kept. */
    Optional<ViewEntry> entryOf(IBaseResource stored) {
        Resource resource = (Resource) stored;
        Optional<ViewEntry> shown = catalogue.type(resource.fhirType()).map(type -> entryOf(resource, type));
        return NEIGHBOURS.contains(resource.fhirType())
                ? shown.or(() -> Optional.of(new ViewEntry.Neighbour(
                        keyOf(resource), versionOf(resource), bodies.encode(bodies.bare(resource)))))
                : shown;
    }

    private ViewEntry entryOf(Resource resource, OfferedType type) {
        ResourceKey key = keyOf(resource);
        long version = versionOf(resource);
        if (resource instanceof Binary binary) {
            return new ViewEntry.Content(
                    key,
                    version,
                    hospitalOf(resource).map(HospitalId::value),
                    resource.getMeta().getLastUpdated().toInstant(),
                    Optional.ofNullable(binary.getContentType()).orElse("application/octet-stream"),
                    Optional.ofNullable(binary.getData()).orElse(new byte[0]));
        }
        if (type.isShared()) {
            return new ViewEntry.Shared(
                    key,
                    version,
                    hospitalOf(resource).map(HospitalId::value),
                    resource.getMeta().getLastUpdated().toInstant(),
                    references.sharedIn(resource),
                    bodies.encode(bodies.bare(resource)));
        }
        Resource bare = bodies.bare(resource);
        return new ViewEntry.Own(
                key,
                version,
                ownerOf(resource, type),
                hospitalOf(resource),
                bare,
                ClinicalTime.of(type.date()
                        .map(date -> new ElementPath(date.path()).in(resource))
                        .orElse(List.of())),
                resource.getMeta().getLastUpdated().toInstant(),
                Tokens.of(resource, type),
                named(resource, type, bare),
                logical.cutFrom(bodies.encode(bare), bare));
    }

    /** What it names; of what is shown when nothing that it names is hidden, also what nobody can look up. */
    private List<ViewEntry.Reference> named(Resource resource, OfferedType type, Resource bare) {
        List<ViewEntry.Reference> named = references.read(resource, type);
        return type.limits().contains(Limit.NAMES_NOTHING_HIDDEN) && logical.isIn(bare)
                ? Stream.concat(named.stream(), Stream.of(new ViewEntry.Reference(NAMELESS, true, false)))
                        .toList()
                : named;
    }

    static ResourceKey keyOf(IBaseResource resource) {
        return new ResourceKey(resource.fhirType(), resource.getIdElement().getIdPart());
    }

    static long versionOf(IBaseResource resource) {
        return resource.getIdElement().getVersionIdPartAsLong();
    }

    /** The one patient that the resource and what it contains is about; nothing when it names none or several. */
    private static Optional<String> ownerOf(Resource resource, OfferedType type) {
        List<String> owners = type.ownership() instanceof Ownership.By by
                ? patients(new ElementPath(by.path()).in(resource).stream())
                : List.of(resource.getIdElement().getIdPart());
        return owners.size() == 1 && (!(resource instanceof DomainResource whole) || isAbout(whole, owners.get(0)))
                ? Optional.of(owners.get(0))
                : Optional.empty();
    }

    private static boolean isAbout(DomainResource whole, String patient) {
        return whole.getContained().stream()
                .flatMap(part -> ABOUT.stream().flatMap(path -> patients(valuesAt(part, path)).stream()))
                .allMatch(patient::equals);
    }

    private static List<String> patients(Stream<Base> references) {
        return references
                .filter(Reference.class::isInstance)
                .map(value -> ((Reference) value).getReference())
                .flatMap(text -> ResourceKey.ofReference(text).stream())
                .filter(target -> target.type().equals("Patient"))
                .map(ResourceKey::id)
                .distinct()
                .toList();
    }

    /** The values at a path that a resource of this type need not have. */
    private static Stream<Base> valuesAt(Base root, String path) {
        Stream<Base> values = Stream.of(root);
        for (String name : path.split("\\.", -1)) {
            values = values.flatMap(value -> value.children().stream())
                    .filter(child -> child.getName().equals(name))
                    .flatMap(child -> child.getValues().stream());
        }
        return values;
    }

    private static Optional<HospitalId> hospitalOf(Resource resource) {
        return HospitalTag.of(resource);
    }
}
