package nl.inzage.fhir.facts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.inzage.policy.identity.HospitalId;
import org.hl7.fhir.r4.model.Resource;

/** Reads from a resource, and from those it points at, what decides when it may be seen. */
public final class FactsReader {

    /** A reader with the meaning of codes. */
    public FactsReader(FactTables tables) {}

    /**
     * The facts of a resource; never an exception because of what it says or leaves out.
     *
     * @param received when this version arrived, by the database's clock
     * @param hospital the hospital that pushed it, as this server stamped it
     */
    public Facts read(Resource resource, Instant received, Optional<HospitalId> hospital, Neighbours neighbours) {
        return new Facts.Always(received);
    }

    /** Type/id of the resources whose change may change these facts, whether they are stored or not. */
    public Set<String> dependsOn(Resource resource, Neighbours neighbours) {
        return Set.of();
    }
}
