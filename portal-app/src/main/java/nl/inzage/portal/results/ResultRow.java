package nl.inzage.portal.results;

import java.util.stream.Collectors;
import nl.inzage.portal.notation.Notation;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Observation;

/**
 * One measured value.
 *
 * @param value empty when the laboratory gave none
 * @param bar null when there is nothing to draw
 * @param state "preliminary" or "corrected" when the reader must know, otherwise empty
 */
record ResultRow(
        String id, String name, String value, Range.InWords range, Flag flag, RangeBar bar, String state, String note) {

    static ResultRow of(Observation observation, Notation notation) {
        return new ResultRow(
                observation.getIdElement().getIdPart(),
                ResultValue.name(observation.getCode()),
                ResultValue.of(observation, notation),
                Range.of(observation).inWords(notation),
                Flag.of(observation),
                RangeBar.of(observation).orElse(null),
                state(observation),
                observation.getNote().stream().map(Annotation::getText).collect(Collectors.joining(" ")));
    }

    /** https://hl7.org/fhir/R4/valueset-observation-status.html */
    static String state(Observation observation) {
        Observation.ObservationStatus status = observation.getStatus();
        if (status == null) {
            return "";
        }
        return switch (status) {
            case REGISTERED, PRELIMINARY -> "preliminary";
            case AMENDED, CORRECTED -> "corrected";
            default -> "";
        };
    }

    /** What was cancelled or typed in by mistake is not a result. */
    static boolean shown(Observation observation) {
        Observation.ObservationStatus status = observation.getStatus();
        return status != Observation.ObservationStatus.ENTEREDINERROR
                && status != Observation.ObservationStatus.CANCELLED;
    }
}
