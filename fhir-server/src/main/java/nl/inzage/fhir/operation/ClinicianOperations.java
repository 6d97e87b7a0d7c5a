package nl.inzage.fhir.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.inzage.fhir.full.DoorOperation;
import nl.inzage.fhir.token.SystemClient;
import nl.inzage.fhir.view.ReleaseDesk;
import nl.inzage.fhir.view.ResourceKey;
import nl.inzage.policy.release.Viewer;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.springframework.stereotype.Component;

/** {@code $hold} and {@code $release-now}: what a clinician decides about one result, report or letter. */
public final class ClinicianOperations implements DoorOperation {

    private static final Set<String> TYPES = Set.of("Observation", "DiagnosticReport", "DocumentReference");

    private final Class<? extends IBaseResource> type;
    private final ReleaseDesk desk;
    private final StampAnswers answers;

    private ClinicianOperations(Class<? extends IBaseResource> type, ReleaseDesk desk, StampAnswers answers) {
        this.type = type;
        this.desk = desk;
        this.answers = answers;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return type;
    }

    /** Keeps it back until a moment; the answer tells what came of it. */
    @Operation(name = "$hold")
    public Parameters hold(
            @IdParam IdType id, @OperationParam(name = "until") DateTimeType until, ServletRequestDetails request) {
        Instant moment = Said.moment("until", until)
                .filter(said -> said.isAfter(desk.now()))
                .orElseThrow(() -> new InvalidRequestException("until is needed: a dateTime in the future"));
        SystemClient client = Said.client(request);
        return answered(Said.key(id), client, desk.hold(Said.key(id), client.hospital(), client.clientId(), moment));
    }

    /** Shows it now, as it was discussed with the patient; the answer tells what came of it. */
    @Operation(name = "$release-now")
    public Parameters releaseNow(@IdParam IdType id, ServletRequestDetails request) {
        SystemClient client = Said.client(request);
        return answered(Said.key(id), client, desk.releaseNow(Said.key(id), client.hospital(), client.clientId()));
    }

    private Parameters answered(ResourceKey key, SystemClient client, boolean done) {
        if (!done) {
            throw new ResourceNotFoundException(key.toString());
        }
        return answers.of(key, client.hospital(), Viewer.PATIENT, Optional.empty());
    }

    @Component
    static final class Maker implements DoorOperation.Maker {

        private final ReleaseDesk desk;
        private final StampAnswers answers;

        Maker(ReleaseDesk desk, StampAnswers answers) {
            this.desk = desk;
            this.answers = answers;
        }

        @Override
        public boolean isFor(String type) {
            return TYPES.contains(type);
        }

        @Override
        public DoorOperation operationOn(Class<? extends IBaseResource> type) {
            return new ClinicianOperations(type, desk, answers);
        }
    }
}
