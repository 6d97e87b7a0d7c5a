package nl.inzage.ig;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.ValidationResult;
import java.util.List;

/** A validation result as the lines that a hospital's engineer reads. */
record Findings(List<String> errors, List<String> warnings) {

    static Findings of(ValidationResult result) {
        return new Findings(lines(result, true), lines(result, false));
    }

    private static List<String> lines(ValidationResult result, boolean errors) {
        return result.getMessages().stream()
                .filter(message -> errors == message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(message -> message.getLocationString() + ": " + message.getMessage())
                .toList();
    }
}
