package nl.inzage.fhir.ingest;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;

/**
 * One thing that the validator says.
 *
 * @param where the entry of a transaction, or empty
 * @param type of the resource
 * @param element the path within it, as in {@code Patient.identifier[0]}
 * @param rule the key of the invariant, or else the name of the validator's own rule
 */
record Finding(String where, String type, String element, String rule, ResultSeverityEnum severity, String sentence) {

    private static final String RULES = "http://hl7.org/fhir/java-core-messageId";
    private static final Pattern INVARIANT = Pattern.compile("Constraint failed: ([\\w-]+):.*", Pattern.DOTALL);

    static Finding of(String where, String type, SingleValidationMessage message) {
        Matcher invariant = INVARIANT.matcher(message.getMessage());
        String rule = invariant.matches() ? invariant.group(1) : String.valueOf(message.getMessageId());
        return new Finding(
                where,
                type,
                String.valueOf(message.getLocationString()),
                rule,
                message.getSeverity(),
                message.getMessage());
    }

    boolean isError() {
        return severity == ResultSeverityEnum.ERROR || severity == ResultSeverityEnum.FATAL;
    }

    boolean isWarning() {
        return severity == ResultSeverityEnum.WARNING;
    }

    /** The element without positions, so that the same mistake in two places counts as one. */
    String elementWithoutPositions() {
        return element.replaceAll("\\[[^]]*]", "");
    }

    OperationOutcomeIssueComponent issue() {
        OperationOutcomeIssueComponent issue = new OperationOutcomeIssueComponent();
        issue.setSeverity(IssueSeverity.fromCode(severity.getCode()));
        issue.setCode(isError() ? IssueType.INVARIANT : IssueType.INFORMATIONAL);
        issue.getDetails().addCoding().setSystem(RULES).setCode(rule);
        issue.setDiagnostics(sentence);
        issue.addExpression(where.isEmpty() ? element : where + ".resource" + element.substring(rootLength()));
        return issue;
    }

    private int rootLength() {
        return element.startsWith(type) ? type.length() : 0;
    }
}
