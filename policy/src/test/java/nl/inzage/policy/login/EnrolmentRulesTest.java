package nl.inzage.policy.login;

import static nl.inzage.policy.login.EnrolmentChannel.CLINIC;
import static nl.inzage.policy.login.EnrolmentChannel.DESK;
import static nl.inzage.policy.login.EnrolmentChannel.DIGID;
import static nl.inzage.policy.login.EnrolmentChannel.VIDEO_DESK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnrolmentRulesTest {

    @Test
    void an_employee_sees_patients_where_the_hospital_has_it_and_never_by_digid() {
        assertThat(with(DESK, VIDEO_DESK, DIGID).seenBy(false)).containsExactlyInAnyOrder(DESK, VIDEO_DESK);
    }

    @Test
    void who_works_at_a_clinic_sees_them_there_only_and_only_where_the_hospital_has_that() {
        assertThat(with(DESK, CLINIC).seenBy(true)).containsExactly(CLINIC);
        assertThat(with(DESK, VIDEO_DESK, DIGID).seenBy(true)).isEmpty();
    }

    private static EnrolmentRules with(EnrolmentChannel... channels) {
        return new EnrolmentRules(Set.of(channels), false, Optional.empty(), Set.of());
    }
}
