package nl.inzage.policy.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import nl.inzage.policy.identity.BirthDate;
import nl.inzage.policy.ruling.Ruling;
import org.junit.jupiter.api.Test;

/** Combinations of parameters that no hospital of today has. */
class EarlyRulesTest {

    private static final BirthDate ADULT = BirthDate.of(LocalDate.of(1980, 1, 1));
    private static final Instant NOW = Instant.parse("2026-11-10T08:30:00Z");
    private static final EarlyChoice OPTED_IN = new EarlyChoice(true, true);

    private final EarlyRules rules =
            new EarlyRules(true, Duration.ofHours(24), EarlySwitch.PATIENT_OR_DELEGATE, EarlyForDelegates.NEVER, 12);

    @Test
    void a_hospital_can_let_delegates_choose_but_nobody_else() {
        assertThat(rules.maySwitch(Viewer.DELEGATE, ADULT, NOW))
                .isEqualTo(Ruling.allowed(EarlyReason.DELEGATE_MAY_SWITCH));
        assertThat(rules.maySwitch(Viewer.OTHER, ADULT, NOW)).isEqualTo(Ruling.refused(EarlyReason.ONLY_THE_PATIENT));
    }

    @Test
    void a_hospital_can_keep_early_results_to_the_patient() {
        assertThat(rules.seesEarly(Viewer.DELEGATE, OPTED_IN))
                .isEqualTo(Ruling.refused(EarlyReason.NOT_FOR_THIS_VIEWER));
        assertThat(rules.seesEarly(Viewer.PATIENT, OPTED_IN)).isEqualTo(Ruling.allowed(EarlyReason.PATIENT_OPTED_IN));
    }

    @Test
    void early_is_never_after_ordinary() {
        Instant tomorrow = NOW.plus(Duration.ofHours(24));

        assertThat(rules.earliest(NOW, NOW.plus(Duration.ofDays(7)))).isEqualTo(tomorrow);
        assertThat(rules.earliest(NOW, NOW)).isEqualTo(NOW);
    }
}
