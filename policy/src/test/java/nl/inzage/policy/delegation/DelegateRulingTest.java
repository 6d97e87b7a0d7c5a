package nl.inzage.policy.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.inzage.policy.book.PolicyBookReader;
import nl.inzage.policy.delegation.DelegationRules.AtTwelve;
import nl.inzage.policy.delegation.DelegationRules.RightsPreset;
import nl.inzage.policy.identity.BirthDate;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.release.EarlyChoice;
import nl.inzage.policy.release.EarlyForDelegates;
import nl.inzage.policy.release.EarlyRules;
import nl.inzage.policy.release.EarlySwitch;
import nl.inzage.policy.ruling.Ruling;
import nl.inzage.policy.table.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Combinations of parameters that no hospital of today has. */
class DelegateRulingTest {

    private static final Instant NOW = Row.momentOf("2026-11-10 09:30");
    private static final DelegateRelation PARENT = new DelegateRelation(
            DelegateKind.PARENT,
            Row.momentOf("2026-01-01 09:00"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @ParameterizedTest(name = "born {0}, {1}: {2}")
    @CsvSource({
        "2014-11-11, RIGHTS_SHRINK, SAME_AS_PATIENT",
        "2014-11-10, RIGHTS_SHRINK, PATIENT_FROM_TWELVE",
        "2014-11-10, CONTINUES,     SAME_AS_PATIENT",
    })
    void rights_shrink_at_the_twelfth_birthday_where_the_hospital_says_so(
            String born, AtTwelve atTwelve, DelegateReason reason) {
        DelegateRights rights =
                new DelegateRuling(rules(atTwelve, Optional.of(16)), early()).of(PARENT, patient(born), NOW);

        assertThat(rights.on(DelegateRight.CHANGE_MEDICAL_DATA).reason()).isEqualTo(reason);
    }

    @Test
    void without_an_age_at_which_it_stops_the_patients_consent_decides() {
        DelegateRights rights = new DelegateRuling(rules(AtTwelve.CONTINUES, Optional.empty()), early())
                .of(PARENT, patient("2010-11-10"), NOW);

        assertThat(rights.allowed()).isEmpty();
        assertThat(rights.on(DelegateRight.VIEW_DOSSIER).reason()).isEqualTo(DelegateReason.PATIENT_HAS_NOT_CONSENTED);
    }

    @Test
    void the_allowed_rights_are_those_with_an_allowing_ruling() {
        DelegateRights rights = new DelegateRuling(rules(AtTwelve.CONTINUES, Optional.of(16)), early())
                .of(PARENT, patient("2020-01-01"), NOW);

        assertThat(rights.allowed())
                .containsExactlyInAnyOrder(
                        DelegateRight.VIEW_DOSSIER,
                        DelegateRight.SEND_MESSAGE,
                        DelegateRight.REQUEST_REPEAT,
                        DelegateRight.BOOK_APPOINTMENT,
                        DelegateRight.CHANGE_MEDICAL_DATA,
                        DelegateRight.CHANGE_PERSONAL_DATA,
                        DelegateRight.SHARE_DOSSIER,
                        DelegateRight.VIEW_DELEGATES);
    }

    @Test
    void a_hospital_can_let_delegates_switch_early_results() {
        EarlyRules shared = new EarlyRules(
                true, Duration.ZERO, EarlySwitch.PATIENT_OR_DELEGATE, EarlyForDelegates.IF_PATIENT_OPTED_IN, 12);
        DelegateRights rights = new DelegateRuling(rules(AtTwelve.CONTINUES, Optional.of(16)), shared)
                .of(PARENT, patient("2020-01-01"), NOW);

        assertThat(rights.on(DelegateRight.SWITCH_EARLY_RESULTS))
                .isEqualTo(Ruling.allowed(DelegateReason.HOSPITAL_LETS_DELEGATES_SWITCH));
    }

    @Test
    void every_right_has_a_ruling() {
        assertThatThrownBy(() -> new DelegateRights(Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static DelegationRules rules(AtTwelve atTwelve, Optional<Integer> stopsAt) {
        return new DelegationRules(
                true,
                new RegistrationRules(RegistrationRules.Place.DESK, Set.of(), Set.of()),
                Set.of(DelegateKind.PARENT),
                atTwelve,
                stopsAt,
                RightsPreset.SAME_AS_PATIENT,
                DelegationRules.Withdrawal.AT_ONCE,
                DelegationRules.AfterDeath.INACTIVE);
    }

    private static EarlyRules early() {
        return new PolicyBookReader()
                .readBuiltIn()
                .require(new HospitalId("linde"))
                .resultRules()
                .early();
    }

    private static PatientStanding patient(String born) {
        return new PatientStanding(BirthDate.parse(born), Capacity.CAPABLE, false, new EarlyChoice(false, false));
    }
}
