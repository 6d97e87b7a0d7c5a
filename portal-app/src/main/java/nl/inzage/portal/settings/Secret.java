package nl.inzage.portal.settings;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;

/** Long enough to be random, and none of the words that people leave in by mistake. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Secret.Check.class)
@interface Secret {

    String message() default
            "needs at least 24 random characters and none of the words demo, change me, secret,"
                    + " password or example";

    boolean optional() default false;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule itself. */
    final class Check implements ConstraintValidator<Secret, String> {

        private static final Pattern LEFT_IN_BY_MISTAKE =
                Pattern.compile("(?is).*(demo|change.?me|secret|password|example).*");

        private boolean optional;

        @Override
        public void initialize(Secret constraint) {
            optional = constraint.optional();
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            if (value == null || value.isEmpty()) {
                return optional;
            }
            return value.length() >= 24 && !LEFT_IN_BY_MISTAKE.matcher(value).matches();
        }
    }
}
