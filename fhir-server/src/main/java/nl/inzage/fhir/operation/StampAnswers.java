package nl.inzage.fhir.operation;

import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import nl.inzage.fhir.full.HospitalMark;
import nl.inzage.fhir.view.ReleaseDesk;
import nl.inzage.fhir.view.ReleaseDesk.Stamp;
import nl.inzage.fhir.view.ResourceKey;
import nl.inzage.policy.book.HospitalPolicy;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.release.EarlyChoice;
import nl.inzage.policy.release.ReleaseTrack;
import nl.inzage.policy.release.Viewer;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.springframework.stereotype.Component;

/** Tells of one resource whether a viewer sees it, from when, and why. */
@Component
class StampAnswers {

    private final ReleaseDesk desk;
    private final PolicyBook book;
    private final Wordings wordings;

    StampAnswers(ReleaseDesk desk, PolicyBook book, Wordings wordings) {
        this.desk = desk;
        this.book = book;
        this.wordings = wordings;
    }

    /**
     * The answer.
     *
     * @throws ResourceNotFoundException when the hospital has no such resource
     */
    Parameters of(ResourceKey key, HospitalId hospital, Viewer viewer, Optional<Instant> moment) {
        Stamp stamp =
                desk.stampOf(key, hospital, moment).orElseThrow(() -> new ResourceNotFoundException(key.toString()));
        ReleaseTrack track = book.of(hospital)
                .map(HospitalPolicy::resultRules)
                .map(rules -> rules.early().track(viewer, new EarlyChoice(viewer == Viewer.PATIENT, stamp.chosen())))
                .orElse(ReleaseTrack.ORDINARY);
        Parameters answer = new Parameters();
        answer.addParameter()
                .setName("visible")
                .setValue(new BooleanType(track == ReleaseTrack.EARLY ? stamp.seenEarly() : stamp.seenOrdinary()));
        answer.addParameter().setName("moment").setValue(new InstantType(Date.from(stamp.moment())));
        answer.addParameter()
                .setName("track")
                .setValue(new CodeType(track.name().toLowerCase(Locale.ROOT)));
        stamp.ordinaryFrom()
                .ifPresent(from ->
                        answer.addParameter().setName("ordinaryFrom").setValue(new InstantType(Date.from(from))));
        stamp.earlyFrom()
                .ifPresent(
                        from -> answer.addParameter().setName("earlyFrom").setValue(new InstantType(Date.from(from))));
        stamp.reasons().forEach(reason -> wordings.addTo(answer.addParameter().setName("reason"), reason));
        HospitalMark.stamp(answer, hospital);
        return answer;
    }
}
