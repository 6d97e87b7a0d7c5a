package nl.inzage.fhir;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A secret that nobody could have guessed or copied from a manual: long, and without a word that betrays a default. */
@Documented
@NotNull @Size(min = 24) @Pattern(regexp = "(?i)(?!.*(demo|change.?me|secret|password|example)).*")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@interface Secret {

    String message() default "needs a value of at least 24 characters that is no default";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
