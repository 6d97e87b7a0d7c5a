package nl.inzage.portal.results;

import java.math.BigDecimal;
import nl.inzage.portal.notation.Notation;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;

/**
 * The values that most healthy people have, as the laboratory gave them with this result.
 *
 * @param low lower limit, null when there is none
 * @param high upper limit, null when there is none
 * @param text the laboratory's own words, null when there are none
 */
record Range(BigDecimal low, BigDecimal high, String text) {

    static final Range NONE = new Range(null, null, null);

    /** With more than one range the laboratory must tell which one counts; then only its text is shown. */
    static Range of(Observation observation) {
        if (observation.getReferenceRange().size() != 1) {
            return NONE;
        }
        Observation.ObservationReferenceRangeComponent given = observation.getReferenceRangeFirstRep();
        return new Range(limit(given.getLow()), limit(given.getHigh()), given.getText());
    }

    boolean empty() {
        return low == null && high == null;
    }

    /** Which sentence of the message files says it, and with which numbers. */
    InWords inWords(Notation notation) {
        if (empty()) {
            return text == null ? new InWords("none", "", "") : new InWords("text", text, "");
        }
        if (low == null) {
            return new InWords("upTo", notation.number(high), "");
        }
        return high == null
                ? new InWords("from", notation.number(low), "")
                : new InWords("between", notation.number(low), notation.number(high));
    }

    /** The key is the last part of {@code results.range.*}. */
    record InWords(String key, String first, String second) {}

    private static BigDecimal limit(Quantity quantity) {
        return quantity.getValue();
    }
}
