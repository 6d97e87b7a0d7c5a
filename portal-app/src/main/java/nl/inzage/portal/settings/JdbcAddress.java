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

/** A PostgreSQL address for JDBC. */
@NotNull @Pattern(regexp = "jdbc:postgresql://\\S+") @ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@interface JdbcAddress {

    String message() default "needs a JDBC address such as jdbc:postgresql://localhost:5432/inzage";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
