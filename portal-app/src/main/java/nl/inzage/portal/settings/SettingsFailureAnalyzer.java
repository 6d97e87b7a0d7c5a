package nl.inzage.portal.settings;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Names the environment variable that is missing or wrong, never its value: Boot's own analyzer prints values. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingsFailureAnalyzer implements FailureAnalyzer {

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindValidationException refused) {
                return analysis(
                        refused.getValidationErrors().getAllErrors().stream()
                                .map(SettingsFailureAnalyzer::sentence)
                                .sorted()
                                .collect(Collectors.joining(System.lineSeparator())),
                        failure);
            }
            if (cause instanceof SettingRefused refused) {
                return analysis(refused.getMessage(), failure);
            }
        }
        return null;
    }

    private static FailureAnalysis analysis(String sentences, Throwable failure) {
        return new FailureAnalysis(sentences, "Set the environment variable and start again.", failure);
    }

    private static String sentence(ObjectError error) {
        String property = error instanceof FieldError field ? field.getField() : error.getObjectName();
        return variable(property) + " " + error.getDefaultMessage() + ".";
    }

    private static String variable(String property) {
        return "INZAGE_"
                + property.replaceAll("([a-z])([A-Z])", "$1_$2")
                        .replace('-', '_')
                        .toUpperCase(Locale.ROOT);
    }
}
