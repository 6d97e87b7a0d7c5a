package nl.inzage.fhir.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.full.DoorOperation;
import nl.inzage.fhir.full.HospitalMark;
import nl.inzage.fhir.view.ReleaseDesk;
import nl.inzage.fhir.view.ReleaseDesk.Hidden;
import nl.inzage.fhir.view.ReleaseDesk.Place;
import nl.inzage.policy.identity.HospitalId;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;

/** {@code $why-not-visible} and {@code $not-released}: what a hospital's staff asks about its own resources. */
public final class StaffOperations implements DoorOperation {

    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 200;

    private final Class<? extends IBaseResource> type;
    private final ReleaseDesk desk;
    private final StampAnswers answers;
    private final Wordings wordings;

    private StaffOperations(
            Class<? extends IBaseResource> type, ReleaseDesk desk, StampAnswers answers, Wordings wordings) {
        this.type = type;
        this.desk = desk;
        this.answers = answers;
        this.wordings = wordings;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return type;
    }

    /** Whether somebody sees it, from when, and why. */
    @Operation(name = "$why-not-visible", idempotent = true)
    public Parameters whyNotVisible(
            @IdParam IdType id,
            @OperationParam(name = "viewer") CodeType viewer,
            @OperationParam(name = "moment") DateTimeType moment,
            ServletRequestDetails request) {
        return answers.of(
                Said.key(id), Said.client(request).hospital(), Said.viewer(viewer), Said.moment("moment", moment));
    }

    /** What is hidden until a person does something about it, the newest first. */
    @Operation(name = "$not-released", idempotent = true)
    public Parameters notReleased(
            @OperationParam(name = "count") IntegerType count,
            @OperationParam(name = "after") StringType after,
            ServletRequestDetails request) {
        HospitalId hospital = Said.client(request).hospital();
        int size = count == null || count.isEmpty() ? PAGE : count.getValue();
        if (size < 1 || size > LONGEST_PAGE) {
            throw new InvalidRequestException("count is 1 to " + LONGEST_PAGE);
        }
        List<Hidden> hidden = desk.hidden(hospital, request.getResourceName(), size + 1, place(after));
        Parameters answer = new Parameters();
        hidden.stream().limit(size).forEach(each -> add(answer.addParameter().setName("hidden"), each));
        if (hidden.size() > size) {
            Hidden last = hidden.get(size - 1);
            answer.addParameter()
                    .setName("next")
                    .setValue(new StringType(last.received() + "|" + last.key().id()));
        }
        HospitalMark.stamp(answer, hospital);
        return answer;
    }

    private void add(ParametersParameterComponent entry, Hidden hidden) {
        entry.addPart().setName("resource").setValue(new Reference(hidden.key().toString()));
        hidden.patient()
                .ifPresent(patient -> entry.addPart().setName("patient").setValue(new Reference("Patient/" + patient)));
        entry.addPart().setName("received").setValue(new InstantType(Date.from(hidden.received())));
        hidden.reasons().forEach(reason -> wordings.addTo(entry.addPart().setName("reason"), reason));
    }

    private static Optional<Place> place(StringType after) {
        if (after == null || after.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = after.getValue().split("\\|", -1);
        try {
            return Optional.of(new Place(Instant.parse(parts[0]), parts[1]));
        } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new InvalidRequestException("after is what next said on the page before", e);
        }
    }

    @Component
    static final class Maker implements DoorOperation.Maker {

        private final Catalogue catalogue;
        private final ReleaseDesk desk;
        private final StampAnswers answers;
        private final Wordings wordings;

        Maker(Catalogue catalogue, ReleaseDesk desk, StampAnswers answers, Wordings wordings) {
            this.catalogue = catalogue;
            this.desk = desk;
            this.answers = answers;
            this.wordings = wordings;
        }

        @Override
        public boolean isFor(String type) {
            return catalogue.type(type).filter(OfferedType::isOwned).isPresent();
        }

        @Override
        public DoorOperation operationOn(Class<? extends IBaseResource> type) {
            return new StaffOperations(type, desk, answers, wordings);
        }
    }
}
