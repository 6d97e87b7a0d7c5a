package nl.inzage.portal.settings;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An http or https address without a slash at its end, so that paths can be put behind it. */
@NotNull @Pattern(regexp = "https?://[^\\s/?#@]+(/[^\\s/?#]+)*")
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@interface WebAddress {

    String message() default "needs an http(s) address without a slash at the end, such as https://portaal.example.nl";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
