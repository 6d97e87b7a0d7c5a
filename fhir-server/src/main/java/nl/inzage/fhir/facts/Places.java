package nl.inzage.fhir.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.inzage.policy.identity.LocationId;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * The location of the hospital that something comes from, such as {@code vumc}: an identifier of system {@value
 * #SYSTEM} on a Location or Organization, or on what that is part of. Asked in turn: the places of the encounter, its
 * service provider, the places that the resource itself names, and the organization that made or keeps it. The first of
 * these that names one location counts; two different ones are unknown.
 */
final class Places {

    /** The identifier system of the locations in a hospital's policy file. */
    static final String SYSTEM = "https://inzage.nl/fhir/NamingSystem/location";

    private static final Set<String> PLACES = Set.of("Location", "Organization");
    private static final int DEEPEST = 6;

    private final Neighbourhood around;

    Places(Neighbourhood around) {
        this.around = around;
    }

    Optional<LocationId> of(Reading reading, List<Encounter> encounters) {
        List<Reference> rooms = encounters.stream()
                .flatMap(encounter -> encounter.getLocation().stream())
                .map(Encounter.EncounterLocationComponent::getLocation)
                .toList();
        List<Reference> providers =
                encounters.stream().map(Encounter::getServiceProvider).toList();
        List<Reference> own = new ArrayList<>(reading.references("location"));
        own.addAll(reading.references("participant.actor"));
        List<Reference> makers = Stream.of("performer", "custodian", "author", "managingOrganization")
                .flatMap(path -> reading.references(path).stream())
                .toList();
        return Stream.of(rooms, providers, own, makers)
                .map(this::named)
                .filter(names -> !names.isEmpty())
                .findFirst()
                .filter(names -> names.size() == 1)
                .map(names -> names.iterator().next());
    }

    private Set<LocationId> named(List<Reference> references) {
        return references.stream()
                .flatMap(reference -> of(reference, DEEPEST).stream())
                .collect(Collectors.toSet());
    }

    private Optional<LocationId> of(Reference reference, int deepest) {
        Optional<LocationId> said = of(List.of(reference.getIdentifier()));
        if (said.isPresent() || deepest == 0 || isPerson(reference)) {
            return said;
        }
        return around.find(reference, Resource.class).flatMap(found -> of(found, deepest - 1));
    }

    /** A person has no location, and is not asked for, so that nothing is read again when one changes. */
    private static boolean isPerson(Reference reference) {
        String type = reference.getReferenceElement().getResourceType();
        return type != null && !PLACES.contains(type);
    }

    private Optional<LocationId> of(Resource found, int deepest) {
        if (found instanceof Location place) {
            return of(place.getIdentifier())
                    .or(() -> of(place.getPartOf(), deepest))
                    .or(() -> of(place.getManagingOrganization(), deepest));
        }
        if (found instanceof Organization organization) {
            return of(organization.getIdentifier()).or(() -> of(organization.getPartOf(), deepest));
        }
        return Optional.empty();
    }

    private static Optional<LocationId> of(List<Identifier> identifiers) {
        return identifiers.stream()
                .filter(identifier -> SYSTEM.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .flatMap(value -> parse(value).stream())
                .findFirst();
    }

    private static Optional<LocationId> parse(String value) {
        try {
            return Optional.of(new LocationId(value));
        } catch (IllegalArgumentException notALocation) {
            return Optional.empty();
        }
    }
}
