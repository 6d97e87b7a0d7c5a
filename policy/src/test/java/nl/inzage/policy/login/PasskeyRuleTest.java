package nl.inzage.policy.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import nl.inzage.policy.login.LoginRules.Passkey;
import nl.inzage.policy.ruling.Ruling;
import org.junit.jupiter.api.Test;

/** A passkey stands for a password and a code, never for DigiD. */
class PasskeyRuleTest {

    @Test
    void who_has_a_password_may_use_one_where_patients_have_passwords() {
        assertThat(rules(LoginMethod.PASSWORD_AND_SMS, LoginMethod.DIGID).mayUsePasskey(true, false))
                .isEqualTo(Ruling.allowed(Passkey.CONDITIONS_MET));
    }

    @Test
    void who_has_digid_only_may_not() {
        assertThat(rules(LoginMethod.PASSWORD_AND_SMS, LoginMethod.DIGID).mayUsePasskey(false, false))
                .isEqualTo(Ruling.refused(Passkey.NO_PASSWORD));
    }

    @Test
    void where_patients_have_digid_only_no_patient_may_and_staff_may() {
        assertThat(rules(LoginMethod.DIGID).mayUsePasskey(true, false)).isEqualTo(Ruling.refused(Passkey.NOT_OFFERED));
        assertThat(rules(LoginMethod.DIGID).mayUsePasskey(true, true).isAllowed())
                .isTrue();
    }

    private static LoginRules rules(LoginMethod... methods) {
        return new LoginRules(Set.of(methods), null, 12, null, null, null);
    }
}
