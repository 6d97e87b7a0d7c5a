package nl.inzage.fhir.view;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;

/**
 * The time of a resource as its row keeps it; a missing end is PostgreSQL's infinity.
 *
 * @param from minus infinity when the resource has no date at all: it then comes last and no date matches it
 */
record ClinicalTime(OffsetDateTime from, OffsetDateTime until) {

    /** What the driver writes as minus infinity and infinity. */
    static final OffsetDateTime MINUS_INFINITY = OffsetDateTime.MIN;

    static final OffsetDateTime INFINITY = OffsetDateTime.MAX;

    private static final OffsetDateTime LONG_AGO = OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    static ClinicalTime of(List<Base> values) {
        return values.stream()
                .flatMap(value -> of(value).stream())
                .findFirst()
                .orElse(new ClinicalTime(MINUS_INFINITY, MINUS_INFINITY));
    }

    private static Optional<ClinicalTime> of(Base value) {
        if (value instanceof BaseDateTimeType moment) {
            return span(moment).map(span -> new ClinicalTime(utc(span.from()), utc(span.until())));
        }
        if (value instanceof Period period && (period.hasStart() || period.hasEnd())) {
            return Optional.of(new ClinicalTime(
                    span(period.getStartElement())
                            .map(start -> utc(start.from()))
                            .orElse(LONG_AGO),
                    span(period.getEndElement()).map(end -> utc(end.until())).orElse(INFINITY)));
        }
        return Optional.empty();
    }

    private static Optional<TimeSpan> span(BaseDateTimeType moment) {
        return Optional.ofNullable(moment.getValueAsString()).flatMap(TimeSpan::parse);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
