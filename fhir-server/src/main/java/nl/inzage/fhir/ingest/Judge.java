package nl.inzage.fhir.ingest;

import ca.uhn.fhir.context.FhirContext;
import java.util.Comparator;
import java.util.List;
import nl.inzage.fhir.full.HospitalMark;
import nl.inzage.ig.PushValidator;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Applies the project's FHIR package to one resource. */
@Component
class Judge {

    private static final Logger LOG = LoggerFactory.getLogger(Judge.class);
    private static final String JUDGED = Judge.class.getName();

    private final PushValidator validator;

    Judge(FhirContext fhir) {
        validator = new PushValidator(fhir);
        Thread warmUp = new Thread(this::warmUp, "ingest-warm-up");
        warmUp.setDaemon(true);
        warmUp.start();
    }

    /**
     * Errors first, then advice. The resource is marked, so that nothing is judged twice on its way into the store; the
     * hospital's tag, which the store writes, is taken off.
     */
    List<Finding> judge(String where, Resource resource) {
        HospitalMark.remove(resource);
        // HAPI keeps the text it once parsed and would have that judged, not what became of it.
        resource.clearUserData("ENCODING_TYPE");
        List<Finding> findings = validator.validate(resource).getMessages().stream()
                .map(message -> Finding.of(where, resource.fhirType(), message))
                .filter(Judge::isOurs)
                .sorted(Comparator.comparing(Finding::isError).reversed())
                .toList();
        resource.setUserData(JUDGED, true);
        return findings;
    }

    // HL7's advice for everyone, on every resource: a narrative (we never show a sender's HTML), a performer, ...
    private static boolean isOurs(Finding finding) {
        return !finding.rule().equals("dom-6") && !finding.sentence().startsWith("Best Practice Recommendation");
    }

    boolean hasJudged(Resource resource) {
        return resource.hasUserData(JUDGED);
    }

    // The definitions of FHIR take seconds to read: not on the time of the first who pushes.
    private void warmUp() {
        long start = System.nanoTime();
        validator.validate(new Patient());
        LOG.info("Ready to judge what comes in, after {} ms", (System.nanoTime() - start) / 1_000_000);
    }
}
