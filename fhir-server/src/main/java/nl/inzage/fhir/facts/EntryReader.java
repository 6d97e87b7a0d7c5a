package nl.inzage.fhir.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.inzage.policy.dossier.DossierEntry;
import nl.inzage.policy.identity.LocationId;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Resource;

/**
 * Reads what is neither result nor letter, by the table of days. An appointment has the day of its start: one to come
 * is after any first day of a dossier, one without a time yet is not of any day. A consent is part of the dossier when
 * it is an agreement on treatment.
 */
final class EntryReader {

    private static final Set<String> NO_TIME_YET = Set.of("proposed", "pending", "waitlist");

    private final FactTables tables;

    EntryReader(FactTables tables) {
        this.tables = tables;
    }

    Facts read(Reading reading) {
        Resource resource = reading.resource();
        boolean agreement = resource instanceof Consent consent && isAgreement(consent);
        if (isAlways(resource, agreement)) {
            return new Facts.Always(reading.received());
        }
        List<String> elements = tables.days().elements(resource.fhirType());
        Optional<LocationId> location = new Places(reading.around()).of(reading, reading.encounters());
        return new Facts.Entry(
                new DossierEntry(Moments.dayOf(resource, elements), location, agreement), reading.received());
    }

    private boolean isAlways(Resource resource, boolean agreement) {
        if (resource instanceof Appointment appointment) {
            return !appointment.hasStart()
                    && NO_TIME_YET.contains(
                            String.valueOf(appointment.getStatusElement().getValueAsString()));
        }
        return resource instanceof Consent ? !agreement : tables.days().isAlways(resource.fhirType());
    }

    private boolean isAgreement(Consent consent) {
        List<CodeableConcept> sorts = Stream.concat(Stream.of(consent.getScope()), consent.getCategory().stream())
                .toList();
        return tables.topics().of(sorts).contains(Topic.AGREEMENT);
    }
}
