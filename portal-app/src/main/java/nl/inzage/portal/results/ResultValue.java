package nl.inzage.portal.results;

import java.util.List;
import java.util.stream.Collectors;
import nl.inzage.portal.notation.Notation;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.Type;

/** What was measured, in words: FHIR knows eleven kinds of values and a patient none of them. */
final class ResultValue {

    private static final String SIGN_POSITIVE = "+";

    private ResultValue() {}

    /** Empty when the laboratory gave no value. */
    static String of(Observation observation, Notation notation) {
        if (observation.hasValue()) {
            return of(observation.getValue(), notation);
        }
        return observation.getComponent().stream()
                .filter(Observation.ObservationComponentComponent::hasValue)
                .map(part -> name(part.getCode()) + ": " + of(part.getValue(), notation))
                .collect(Collectors.joining(", "));
    }

    /** The hospital's own words before the coding system's. */
    static String name(CodeableConcept concept) {
        if (concept.hasText()) {
            return concept.getText();
        }
        List<Coding> codings = concept.getCoding();
        return codings.stream()
                .filter(Coding::hasDisplay)
                .map(Coding::getDisplay)
                .findFirst()
                .orElseGet(() -> codings.stream()
                        .map(Coding::getCode)
                        .filter(code -> code != null)
                        .findFirst()
                        .orElse(""));
    }

    private static String of(Type value, Notation notation) {
        if (value instanceof Quantity quantity) {
            return quantity.hasValue() ? notation.amount(quantity) : "";
        }
        if (value instanceof CodeableConcept concept) {
            return name(concept);
        }
        if (value instanceof BaseDateTimeType date) {
            return notation.dateAndTime(date);
        }
        if (value instanceof Ratio ratio) {
            return notation.amount(ratio.getNumerator()) + " : " + notation.amount(ratio.getDenominator());
        }
        if (value instanceof org.hl7.fhir.r4.model.Range range) {
            return notation.amount(range.getLow()) + " – " + notation.amount(range.getHigh());
        }
        if (value instanceof BooleanType yes) {
            return yes.booleanValue() ? SIGN_POSITIVE : "−";
        }
        return value.isPrimitive() ? value.primitiveValue() : "";
    }
}
