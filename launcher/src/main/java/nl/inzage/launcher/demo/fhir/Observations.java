package nl.inzage.launcher.demo.fhir;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import nl.inzage.launcher.demo.people.TestCatalogue.LabTest;
import nl.inzage.launcher.demo.people.TestCatalogue.Range;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;

/** The value of a laboratory test: a quantity with range and interpretation, or words. */
final class Observations {

    private static final Map<String, String> INTERPRETATIONS =
            Map.of("LL", "Critical low", "L", "Low", "N", "Normal", "H", "High", "HH", "Critical high");

    private Observations() {}

    static CodeableConcept code(LabTest test) {
        return Codes.concept(test.name(), new Coding(Codes.LOINC, test.loinc(), test.display()));
    }

    static void setValue(Observation observation, LabTest test, Optional<Range> range, String value) {
        if (test.ucum().isEmpty()) {
            observation.setValue(new StringType(value));
            return;
        }
        BigDecimal number = new BigDecimal(value);
        observation.setValue(quantity(number, test));
        range.ifPresent(limits -> {
            String interpretation = limits.interpretation(number);
            observation.addInterpretation(Codes.concept(
                    Codes.hl7("v3-ObservationInterpretation", interpretation, INTERPRETATIONS.get(interpretation))));
            observation.addReferenceRange(referenceRange(limits, test));
        });
    }

    private static ObservationReferenceRangeComponent referenceRange(Range limits, LabTest test) {
        ObservationReferenceRangeComponent range = new ObservationReferenceRangeComponent();
        limits.low().ifPresent(low -> range.setLow(quantity(low, test)));
        limits.high().ifPresent(high -> range.setHigh(quantity(high, test)));
        return range;
    }

    private static Quantity quantity(BigDecimal value, LabTest test) {
        return new Quantity()
                .setValue(value)
                .setUnit(test.unit().orElseThrow())
                .setSystem(Codes.UCUM)
                .setCode(test.ucum().orElseThrow());
    }
}
