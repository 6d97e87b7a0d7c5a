package nl.inzage.fhir.facts;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;

/** The organizations that a resource names as the hospital's own, and what is part of them. */
final class House {

    /** Deeper is a loop. */
    private static final int DEEPEST = 6;

    private final Neighbourhood around;
    private final Set<String> addresses = new HashSet<>();

    /** @param foreign tells an organization that is surely not a hospital, such as a general practice */
    House(Neighbourhood around, List<Reference> named, Predicate<Organization> foreign) {
        this.around = around;
        named.stream()
                .filter(reference -> around.find(reference, Organization.class)
                        .filter(foreign.negate())
                        .isPresent())
                .forEach(reference -> Neighbourhood.typeAndId(reference).ifPresent(addresses::add));
    }

    boolean isKnown() {
        return !addresses.isEmpty();
    }

    /** Whether an organization is one of these or part of one. */
    boolean holds(Reference reference, Organization organization) {
        return Stream.concat(Stream.of(reference), chain(organization).map(Organization::getPartOf))
                .map(Neighbourhood::typeAndId)
                .flatMap(Optional::stream)
                .anyMatch(addresses::contains);
    }

    /** The organization and what it is part of, from the inside out. */
    Stream<Organization> chain(Organization organization) {
        return Stream.iterate(
                        Optional.of(organization),
                        Optional::isPresent,
                        part -> part.flatMap(inner -> around.find(inner.getPartOf(), Organization.class)))
                .limit(DEEPEST)
                .flatMap(Optional::stream);
    }
}
