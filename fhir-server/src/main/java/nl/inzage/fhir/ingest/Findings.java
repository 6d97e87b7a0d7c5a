package nl.inzage.fhir.ingest;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome;

/** All that was found in one request; it travels with the request from the judgement to the answer. */
final class Findings {

    private static final String ATTRIBUTE = Findings.class.getName();

    private final List<Finding> all = new ArrayList<>();

    static Findings of(ServletRequestDetails request) {
        return peek(request).orElseGet(() -> {
            Findings findings = new Findings();
            request.getUserData().put(ATTRIBUTE, findings);
            return findings;
        });
    }

    static Optional<Findings> peek(ServletRequestDetails request) {
        return Optional.ofNullable((Findings) request.getUserData().get(ATTRIBUTE));
    }

    void add(List<Finding> findings) {
        all.addAll(findings);
    }

    /** Refuses the request with everything that is wrong, not only the first. */
    void refuseOnError() {
        if (all.stream().anyMatch(Finding::isError)) {
            OperationOutcome outcome = new OperationOutcome();
            all.stream().filter(Finding::isError).forEach(error -> outcome.addIssue(error.issue()));
            warnings().forEach(warning -> outcome.addIssue(warning.issue()));
            String first = all.stream()
                    .filter(Finding::isError)
                    .findFirst()
                    .map(Finding::sentence)
                    .orElseThrow();
            throw new UnprocessableEntityException(first, outcome);
        }
    }

    List<Finding> warnings() {
        return all.stream().filter(Finding::isWarning).toList();
    }
}
