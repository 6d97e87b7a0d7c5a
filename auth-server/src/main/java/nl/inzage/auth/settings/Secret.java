package nl.inzage.auth.settings;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

/** A value that must be there, be long, and not be one from an example. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Secret.Rule.class)
public @interface Secret {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule, also for secrets that come in by another way than the settings. */
    final class Rule implements ConstraintValidator<Secret, String> {

        private static final int LEAST_LENGTH = 24;
        private static final String EXAMPLE = "(?i).*(demo|change.?me|secret|password|example).*";

        /** What is wrong with a value, in words that do not contain it. */
        public static Optional<String> problem(String value) {
            if (value == null || value.isBlank()) {
                return Optional.of("is missing");
            }
            if (value.length() < LEAST_LENGTH) {
                return Optional.of("must have at least " + LEAST_LENGTH + " characters");
            }
            return value.matches(EXAMPLE) ? Optional.of("looks like a value from an example") : Optional.empty();
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            Optional<String> problem = problem(value);
            problem.ifPresent(words -> {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(words).addConstraintViolation();
            });
            return problem.isEmpty();
        }
    }
}
