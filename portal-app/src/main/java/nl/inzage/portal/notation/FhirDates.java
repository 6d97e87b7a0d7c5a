package nl.inzage.portal.notation;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.hl7.fhir.r4.model.BaseDateTimeType;

/** FHIR's dates, which may be as rough as a year, on the hospital's calendar. */
public final class FhirDates {

    private static final Set<TemporalPrecisionEnum> WITHOUT_TIME =
            EnumSet.of(TemporalPrecisionEnum.YEAR, TemporalPrecisionEnum.MONTH, TemporalPrecisionEnum.DAY);

    private FhirDates() {}

    public static boolean hasTime(BaseDateTimeType date) {
        return !WITHOUT_TIME.contains(date.getPrecision());
    }

    /** The day in the Netherlands; the first day of it for a year or a month. */
    public static LocalDate day(BaseDateTimeType date) {
        if (hasTime(date)) {
            return LocalDate.ofInstant(date.getValue().toInstant(), Notation.HOSPITAL_TIME);
        }
        boolean month = date.getPrecision() != TemporalPrecisionEnum.YEAR;
        boolean day = date.getPrecision() == TemporalPrecisionEnum.DAY;
        return LocalDate.of(date.getYear(), month ? date.getMonth() + 1 : 1, day ? date.getDay() : 1);
    }
}
