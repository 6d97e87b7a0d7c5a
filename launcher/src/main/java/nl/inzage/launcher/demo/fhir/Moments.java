package nl.inzage.launcher.demo.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;

/** Moments in FHIR's types, with the offset of Dutch time. */
final class Moments {

    private Moments() {}

    static DateTimeType dateTime(ZonedDateTime moment) {
        return new DateTimeType(
                Date.from(moment.toInstant()), TemporalPrecisionEnum.SECOND, TimeZone.getTimeZone(moment.getZone()));
    }

    static InstantType instant(ZonedDateTime moment) {
        return new InstantType(
                Date.from(moment.toInstant()), TemporalPrecisionEnum.SECOND, TimeZone.getTimeZone(moment.getZone()));
    }

    static DateTimeType date(LocalDate day) {
        return new DateTimeType(day.toString());
    }
}
