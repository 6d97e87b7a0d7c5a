package nl.inzage.launcher.demo.people;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** tests.yaml: the laboratory tests with their code, unit and reference range. */
public record TestCatalogue(Map<String, LabTest> tests) {

    /**
     * One test.
     *
     * @param loinc LOINC code, with its English name in {@code display}
     * @param unit as people read it
     * @param ucum the same in UCUM; without it the value is words
     */
    public record LabTest(
            String name,
            String loinc,
            String display,
            Optional<String> unit,
            Optional<String> ucum,
            Optional<Range> range,
            Optional<Range> female,
            Optional<Range> male) {

        /** The range that counts for somebody. */
        public Optional<Range> rangeOf(Gender gender) {
            Optional<Range> own = gender == Gender.FEMALE ? female : male;
            return own.or(() -> range);
        }
    }

    /** The limits between which most healthy people are; far outside is alarming. */
    public record Range(
            Optional<BigDecimal> low,
            Optional<BigDecimal> high,
            Optional<BigDecimal> alarmLow,
            Optional<BigDecimal> alarmHigh) {

        /** The code of HL7's v3-ObservationInterpretation: LL, L, N, H or HH. */
        public String interpretation(BigDecimal value) {
            if (isBelow(value, alarmLow)) {
                return "LL";
            }
            if (isAbove(value, alarmHigh)) {
                return "HH";
            }
            if (isBelow(value, low)) {
                return "L";
            }
            return isAbove(value, high) ? "H" : "N";
        }

        private static boolean isBelow(BigDecimal value, Optional<BigDecimal> limit) {
            return limit.isPresent() && value.compareTo(limit.get()) < 0;
        }

        private static boolean isAbove(BigDecimal value, Optional<BigDecimal> limit) {
            return limit.isPresent() && value.compareTo(limit.get()) > 0;
        }
    }

    /** The test of a key; a typing error in the data is told. */
    public LabTest test(String key) {
        LabTest test = tests.get(key);
        if (test == null) {
            throw new IllegalArgumentException("tests.yaml has no test " + key);
        }
        return test;
    }
}
