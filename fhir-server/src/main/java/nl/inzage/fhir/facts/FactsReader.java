package nl.inzage.fhir.facts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.release.GroupRole;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/**
 * Reads from a resource, and from those it points at, what decides when it may be seen. There is no rule here: what
 * nobody stated is unknown. How each fact is read is in docs/facts.md.
 */
public final class FactsReader {

    private final ResultReader results;
    private final DocumentReader documents;
    private final EntryReader entries;

    /** A reader with the meaning of codes. */
    public FactsReader(FactTables tables) {
        this.results = new ResultReader(tables);
        this.documents = new DocumentReader(tables, results);
        this.entries = new EntryReader(tables);
    }

    /**
     * The facts of a resource; never an exception because of what it says or leaves out.
     *
     * @param received when this version arrived, by the database's clock
     * @param hospital the hospital that pushed it, as this server stamped it
     */
    public Facts read(Resource resource, Instant received, Optional<HospitalId> hospital, Neighbours neighbours) {
        return read(new Reading(resource, received, hospital, new Neighbourhood(resource, neighbours)));
    }

    /** Type/id of the resources whose change may change these facts, whether they are stored or not. */
    public Set<String> dependsOn(Resource resource, Neighbours neighbours) {
        Neighbourhood around = new Neighbourhood(resource, neighbours);
        read(new Reading(resource, Instant.EPOCH, Optional.empty(), around));
        return around.asked();
    }

    private Facts read(Reading reading) {
        Resource resource = reading.resource();
        if (resource instanceof Observation observation) {
            return results.isNoResult(observation) ? entries.read(reading) : results.read(GroupRole.PART, reading);
        }
        if (resource instanceof DiagnosticReport report) {
            return documents.isNote(report) ? documents.letter(reading) : results.read(GroupRole.CARRIER, reading);
        }
        if (resource instanceof ImagingStudy || resource instanceof Media) {
            return results.read(GroupRole.CARRIER, reading);
        }
        if (resource instanceof DocumentReference || resource instanceof Composition) {
            return documents.read(reading).orElseGet(() -> entries.read(reading));
        }
        return entries.read(reading);
    }
}
