package nl.inzage.fhir.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.inzage.policy.identity.LocationId;
import nl.inzage.policy.release.CareSetting;
import nl.inzage.policy.release.RequestOrigin;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/** What the encounter, the request and the organizations around a resource tell of it. */
final class Surroundings {

    private final FactTables tables;
    private final Reading reading;
    private final List<Encounter> encounters;
    private final List<ServiceRequest> requests;

    Surroundings(FactTables tables, Reading reading) {
        this.tables = tables;
        this.reading = reading;
        this.encounters = reading.encounters();
        this.requests = reading.requests();
    }

    List<Encounter> encounters() {
        return List.copyOf(encounters);
    }

    CareSetting setting() {
        return new Settings(tables.settings()).of(encounters, reading.around());
    }

    Optional<LocationId> location() {
        return new Places(reading.around()).of(reading, encounters);
    }

    /** Of the resource, its requests and its encounters. */
    boolean research() {
        Stream<? extends Resource> resources = Stream.of(
                        Stream.of(reading.resource()), requests.stream(), encounters.stream())
                .flatMap(some -> some);
        return new Studies(tables.topics()).isResearch(resources);
    }

    /** One request from outside is enough; all must be the hospital's own to be called so. */
    RequestOrigin requestedBy() {
        Parties parties = parties();
        Set<Party> requesters = requests.stream()
                .map(request -> request.hasRequester() ? parties.of(request.getRequester()) : Party.UNKNOWN)
                .collect(Collectors.toSet());
        if (requesters.contains(Party.GP) || requesters.contains(Party.OTHER)) {
            return RequestOrigin.OUTSIDE;
        }
        return requesters.equals(Set.of(Party.OWN)) ? RequestOrigin.HOSPITAL : RequestOrigin.UNKNOWN;
    }

    /** Who is who here; the encounter in which something was asked tells too who works in the hospital. */
    Parties parties() {
        List<Encounter> asked = reading.around()
                .all(requests.stream().map(ServiceRequest::getEncounter).toList(), Encounter.class);
        List<Encounter> all =
                Stream.concat(encounters.stream(), asked.stream()).distinct().toList();
        return new Parties(tables.parties(), reading, all);
    }
}
