package nl.inzage.fhir.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.inzage.policy.release.ResultTimes;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Specimen;

/** When an examination was done, when its result became known and when a letter was written. */
final class Moments {

    private static final List<String> ISSUED = List.of("issued", "date");
    private static final List<String> EXAMINED =
            List.of("effective", "started", "created", "context.period", "event.period");
    private static final List<String> WRITTEN = List.of("content.attachment.creation", "date");

    private final Reading reading;

    Moments(Reading reading) {
        this.reading = reading;
    }

    /** A date without a time does not tell when on that day, so then receipt counts. */
    ResultTimes times() {
        Optional<Instant> issued = ISSUED.stream()
                .flatMap(path -> Elements.at(reading.resource(), path, BaseDateTimeType.class).stream())
                .flatMap(date -> Days.moment(date).stream())
                .findFirst();
        return new ResultTimes(issued, reading.received());
    }

    /** The day of the examination, else of the sample, else (a document) of the report it belongs to or its own. */
    Optional<LocalDate> examined() {
        return dayOf(reading.resource(), EXAMINED)
                .or(() -> earliest(reading.around().all(reading.references("specimen"), Specimen.class).stream()
                        .flatMap(sample -> Elements.at(sample, "collection.collected", Base.class).stream())))
                .or(() -> dayOfRelated(reading.references("context.related")))
                .or(this::written);
    }

    /** The first day that a letter names as its own: a copy may be made years later. */
    Optional<LocalDate> written() {
        return earliest(WRITTEN.stream()
                .flatMap(path -> Elements.at(reading.resource(), path, BaseDateTimeType.class).stream()));
    }

    private Optional<LocalDate> dayOfRelated(List<Reference> related) {
        return reading.around().all(related, Resource.class).stream()
                .flatMap(resource -> dayOf(resource, EXAMINED).stream())
                .min(LocalDate::compareTo);
    }

    /** The first element of a resource that tells a day. */
    static Optional<LocalDate> dayOf(Resource resource, List<String> paths) {
        return paths.stream()
                .flatMap(path -> earliest(Elements.at(resource, path, Base.class).stream()).stream())
                .findFirst();
    }

    private static Optional<LocalDate> earliest(Stream<? extends Base> values) {
        return values.flatMap(value -> Days.of(value).stream()).min(LocalDate::compareTo);
    }
}
