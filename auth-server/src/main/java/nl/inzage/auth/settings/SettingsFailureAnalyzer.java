package nl.inzage.auth.settings;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Names the environment variable that is missing or wrong; Spring Boot's own analyzer would print its value. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingsFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        if (!cause.getName().toString().startsWith("inzage")) {
            return null;
        }
        BindValidationException invalid = findCause(cause, BindValidationException.class);
        String sentences = invalid == null
                ? variable(cause.getName()
                                .getLastElement(
                                        org.springframework.boot.context.properties.source.ConfigurationPropertyName
                                                .Form.DASHED))
                        + " has a value of the wrong form."
                : invalid.getValidationErrors().getAllErrors().stream()
                        .map(SettingsFailureAnalyzer::sentence)
                        .sorted()
                        .collect(Collectors.joining(System.lineSeparator()));
        return new FailureAnalysis(sentences, "Set the environment variable and start again.", cause);
    }

    private static String sentence(ObjectError error) {
        String problem =
                switch (String.valueOf(error.getCode())) {
                    case "Secret" -> error.getDefaultMessage();
                    case "Min" -> "is too small";
                    default -> "is missing";
                };
        return variable(((FieldError) error).getField()) + " " + problem + ".";
    }

    /** {@code authDbPassword} and {@code auth-db-password} are both {@code INZAGE_AUTH_DB_PASSWORD}. */
    private static String variable(String property) {
        return "INZAGE_"
                + property.replaceAll("([a-z])([A-Z])", "$1_$2")
                        .replace('-', '_')
                        .toUpperCase(Locale.ROOT);
    }
}
