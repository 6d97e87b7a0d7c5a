package nl.inzage.fhir.facts;

import java.util.Map;
import java.util.Objects;
import nl.inzage.policy.release.ResultStage;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Resource;

/** How far a result or document is, from its status. A status that is missing or new is unknown. */
final class Stages {

    /** The statuses of Observation, DiagnosticReport, Composition, DocumentReference, ImagingStudy and Media. */
    private static final Map<String, ResultStage> STAGES = Map.ofEntries(
            Map.entry("registered", ResultStage.UNFINISHED),
            Map.entry("preliminary", ResultStage.UNFINISHED),
            Map.entry("preparation", ResultStage.UNFINISHED),
            Map.entry("in-progress", ResultStage.UNFINISHED),
            Map.entry("on-hold", ResultStage.UNFINISHED),
            Map.entry("partial", ResultStage.PARTIAL),
            Map.entry("final", ResultStage.FINAL),
            Map.entry("available", ResultStage.FINAL),
            Map.entry("completed", ResultStage.FINAL),
            Map.entry("amended", ResultStage.CORRECTED),
            Map.entry("corrected", ResultStage.CORRECTED),
            Map.entry("appended", ResultStage.CORRECTED),
            Map.entry("cancelled", ResultStage.WITHDRAWN),
            Map.entry("not-done", ResultStage.WITHDRAWN),
            Map.entry("entered-in-error", ResultStage.WITHDRAWN));

    private Stages() {}

    static ResultStage of(Resource resource) {
        return resource instanceof DocumentReference document ? ofDocument(document) : at(resource, "status");
    }

    /**
     * The reference can be wrong by itself; else the document tells. Many systems send what is finished only and leave
     * docStatus out. A document that was superseded stays what it was: its successor must not take it away before the
     * successor can be seen.
     */
    private static ResultStage ofDocument(DocumentReference document) {
        if (at(document, "status") == ResultStage.WITHDRAWN) {
            return ResultStage.WITHDRAWN;
        }
        if (document.hasDocStatus() || document.getDocStatusElement().hasExtension()) {
            return at(document, "docStatus");
        }
        return document.hasStatus() ? ResultStage.FINAL : ResultStage.UNKNOWN;
    }

    private static ResultStage at(Resource resource, String element) {
        return Elements.at(resource, element, Base.class).stream()
                .map(Base::primitiveValue)
                .filter(Objects::nonNull)
                .map(status -> STAGES.getOrDefault(status, ResultStage.UNKNOWN))
                .findFirst()
                .orElse(ResultStage.UNKNOWN);
    }
}
