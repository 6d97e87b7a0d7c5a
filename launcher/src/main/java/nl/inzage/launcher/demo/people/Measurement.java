package nl.inzage.launcher.demo.people;

import java.math.BigDecimal;
import java.util.Optional;

/** What is measured at a visit: blood pressure as {@code 132/84}, kilograms, centimetres, beats a minute and so on. */
public record Measurement(
        When date,
        Optional<String> bloodPressure,
        Optional<BigDecimal> weight,
        Optional<BigDecimal> height,
        Optional<BigDecimal> pulse,
        Optional<BigDecimal> temperature,
        Optional<BigDecimal> saturation) {}
