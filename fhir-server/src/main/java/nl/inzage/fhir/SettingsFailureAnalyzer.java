package nl.inzage.fhir;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;

/** Says which environment variable is missing or wrong, and never its value: Boot's own analyzer prints it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class SettingsFailureAnalyzer extends AbstractFailureAnalyzer<BindValidationException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BindValidationException cause) {
        String sentences = cause.getValidationErrors().getAllErrors().stream()
                .map(error -> variable(error instanceof FieldError field ? field.getField() : error.getObjectName())
                        + ": " + error.getDefaultMessage())
                .sorted()
                .collect(Collectors.joining("; "));
        return new FailureAnalysis(
                "The FHIR server does not start. " + sentences + ".",
                "Set the environment variable and start again; README.md lists them all.",
                cause);
    }

    private static String variable(String property) {
        return "INZAGE_" + property.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }
}
