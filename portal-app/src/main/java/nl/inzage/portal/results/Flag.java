package nl.inzage.portal.results;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;

/** How the laboratory judges a value, to be put in words: a colour or a star alone says nothing. */
enum Flag {
    NORMAL,
    HIGH,
    VERY_HIGH,
    LOW,
    VERY_LOW,
    ABNORMAL,
    /** The laboratory said nothing and there is no range to see it from. */
    NONE;

    /** http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation */
    private static final Map<String, Flag> CODES = Map.ofEntries(
            Map.entry("N", NORMAL),
            Map.entry("H", HIGH),
            Map.entry("HU", VERY_HIGH),
            Map.entry("HH", VERY_HIGH),
            Map.entry("L", LOW),
            Map.entry("LU", VERY_LOW),
            Map.entry("LL", VERY_LOW),
            Map.entry("A", ABNORMAL),
            Map.entry("AA", ABNORMAL));

    static Flag of(Observation observation) {
        return judged(observation).orElseGet(() -> seen(observation));
    }

    /** Something a reader should notice. */
    public boolean deviates() {
        return this != NORMAL && this != NONE;
    }

    private static Optional<Flag> judged(Observation observation) {
        return observation.getInterpretation().stream()
                .map(CodeableConcept::getCoding)
                .flatMap(codings -> codings.stream())
                .map(Coding::getCode)
                .map(CODES::get)
                .filter(flag -> flag != null)
                .findFirst();
    }

    /** Only where it is plain: one number, one range. "Less than" and ranges for several groups are not. */
    private static Flag seen(Observation observation) {
        Range range = Range.of(observation);
        if (range.empty()
                || !observation.hasValueQuantity()
                || observation.getValueQuantity().hasComparator()) {
            return NONE;
        }
        BigDecimal value = observation.getValueQuantity().getValue();
        if (range.high() != null && value.compareTo(range.high()) > 0) {
            return HIGH;
        }
        return range.low() != null && value.compareTo(range.low()) < 0 ? LOW : NORMAL;
    }
}
