package nl.inzage.fhir.view;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.inzage.fhir.facts.HospitalTag;
import nl.inzage.policy.identity.HospitalId;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Resource;

/** Turns a stored resource, with its id, version and tags, into what the released view keeps of it. */
final class EntryMaker {

    /** What decides on the release of what people see and is not shown itself. */
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

    private final Catalogue catalogue;
    private final ReferenceReader references;
    private final BodyEncoder bodies;

    EntryMaker(FhirContext fhir, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.references = new ReferenceReader(fhir, catalogue);
        this.bodies = new BodyEncoder(fhir);
    }

    /** Whether the view keeps anything of a type. */
    boolean keeps(String type) {
        return catalogue.type(type).isPresent() || NEIGHBOURS.contains(type) || type.equals("Consent");
    }

    /** The entry, or nothing for a type of which nothing is kept. */
    Optional<ViewEntry> entryOf(IBaseResource stored) {
        Resource resource = (Resource) stored;
        if (resource instanceof Consent consent) {
            return Optional.of(
                    new ViewEntry.Choice(keyOf(consent), versionOf(consent), EarlyPreference.saidBy(consent)));
        }
        if (NEIGHBOURS.contains(resource.fhirType())) {
            return Optional.of(new ViewEntry.Neighbour(
                    keyOf(resource), versionOf(resource), bodies.encode(bodies.bare(resource))));
        }
        return catalogue.type(resource.fhirType()).map(type -> entryOf(resource, type));
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
                tokensOf(resource, type),
                references.read(resource, type),
                bodies.encode(bare));
    }

    static ResourceKey keyOf(IBaseResource resource) {
        return new ResourceKey(resource.fhirType(), resource.getIdElement().getIdPart());
    }

    static long versionOf(IBaseResource resource) {
        return resource.getIdElement().getVersionIdPartAsLong();
    }

    /** The one patient that the resource is about; nothing when it names none or several. */
    private static Optional<String> ownerOf(Resource resource, OfferedType type) {
        if (!(type.ownership() instanceof Ownership.By by)) {
            return Optional.of(resource.getIdElement().getIdPart());
        }
        List<String> patients = new ElementPath(by.path())
                .in(resource).stream()
                        .filter(org.hl7.fhir.r4.model.Reference.class::isInstance)
                        .map(value -> ((org.hl7.fhir.r4.model.Reference) value).getReference())
                        .flatMap(text -> ResourceKey.ofReference(text).stream())
                        .filter(target -> target.type().equals("Patient"))
                        .map(ResourceKey::id)
                        .distinct()
                        .toList();
        return patients.size() == 1 ? Optional.of(patients.get(0)) : Optional.empty();
    }

    private static List<String> tokensOf(Resource resource, OfferedType type) {
        return type.parameters().stream()
                .filter(Parameter::isToken)
                .flatMap(parameter -> tokensOf(resource, parameter).stream())
                .map(Token::text)
                .distinct()
                .toList();
    }

    private static List<Token> tokensOf(Base resource, Parameter parameter) {
        return new ElementPath(parameter.path())
                .in(resource).stream()
                        .flatMap(value -> Token.found(parameter.name(), value))
                        .toList();
    }

    private static Optional<HospitalId> hospitalOf(Resource resource) {
        return HospitalTag.of(resource);
    }
}
