package nl.inzage.fhir.facts;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.inzage.fhir.facts.ReleaseFacts.Kind;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/** Reads the facts of release; what it does not know counts as a result, which waits longest. */
public final class ReleaseFactsReader {

    private static final String CATEGORIES = "http://terminology.hl7.org/CodeSystem/observation-category";
    private static final Set<String> CATEGORIES_AT_ONCE = Set.of("vital-signs", "social-history");

    /** Statuses in which the content will not change without a new version saying so. */
    private static final Set<String> FINISHED =
            Set.of("final", "amended", "corrected", "appended", "cancelled", "entered-in-error");

    public ReleaseFacts read(Resource resource) {
        if (resource instanceof Observation observation) {
            return isAtOnce(observation.getCategory())
                    ? new ReleaseFacts(Kind.AT_ONCE, Optional.empty(), HospitalTag.of(observation))
                    : result(observation, observation.getStatusElement().getValueAsString(), observation.getIssued());
        }
        if (resource instanceof DiagnosticReport report) {
            return result(report, report.getStatusElement().getValueAsString(), report.getIssued());
        }
        if (resource instanceof ImagingStudy || resource instanceof Media) {
            return new ReleaseFacts(Kind.RESULT, Optional.empty(), HospitalTag.of(resource));
        }
        return new ReleaseFacts(Kind.AT_ONCE, Optional.empty(), HospitalTag.of(resource));
    }

    private static ReleaseFacts result(Resource resource, String status, Date issued) {
        Kind kind = status != null && FINISHED.contains(status) ? Kind.RESULT : Kind.UNFINISHED_RESULT;
        Optional<Instant> moment = Optional.ofNullable(issued).map(Date::toInstant);
        return new ReleaseFacts(kind, moment, HospitalTag.of(resource));
    }

    /** One unknown category among known ones is enough to wait. */
    private static boolean isAtOnce(List<CodeableConcept> categories) {
        List<Coding> codings = categories.stream()
                .flatMap(category -> category.getCoding().stream())
                .toList();
        return !codings.isEmpty()
                && categories.stream().allMatch(CodeableConcept::hasCoding)
                && codings.stream()
                        .allMatch(coding ->
                                CATEGORIES.equals(coding.getSystem()) && CATEGORIES_AT_ONCE.contains(coding.getCode()));
    }
}
