package nl.inzage.policy.smart;

import static nl.inzage.policy.smart.Compartment.PATIENT;
import static nl.inzage.policy.smart.Compartment.SYSTEM;
import static nl.inzage.policy.smart.Interaction.READ;
import static nl.inzage.policy.smart.Interaction.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeSetTest {

    @ParameterizedTest(name = "{0} grants of {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "patient/*.rs openid       | patient/Observation.rs openid | patient/Observation.rs openid",
                "patient/*.rs              | patient/Observation.r         | patient/Observation.r",
                "patient/*.rs              | patient/Observation.cruds     | ''",
                "patient/*.rs              | patient/Observation.read      | patient/Observation.read",
                "patient/Observation.rs    | patient/*.rs                  | ''",
                "patient/Observation.rs    | patient/Observation.rs?category=laboratory | patient/Observation.rs?category=laboratory",
                "patient/Observation.rs?category=laboratory | patient/Observation.rs | ''",
                "patient/*.rs              | system/Observation.rs         | ''",
                "patient/*.rs              | offline_access                | ''",
                "system/*.cruds            | system/Patient.s              | system/Patient.s",
            })
    void a_client_is_granted_what_it_may_have_in_the_words_it_asked(String own, String requested, String granted) {
        assertThat(ScopeSet.parse(own).grant(ScopeSet.parse(requested))).isEqualTo(ScopeSet.parse(granted));
    }

    @ParameterizedTest
    @CsvSource({
        "patient/Observation.dus",
        "patient/Observation.",
        "Patient/Observation.rs",
        "patient/observation.rs",
        "openid"
    })
    void what_is_not_a_resource_scope_is_none(String text) {
        assertThat(Scope.parse(text)).isEmpty();
    }

    @Test
    void a_narrowed_scope_does_not_permit_the_whole_type() {
        ScopeSet scopes = ScopeSet.parse("patient/Observation.rs?category=laboratory patient/Condition.r");

        assertThat(scopes.permits(PATIENT, "Observation", SEARCH)).isFalse();
        assertThat(scopes.permits(PATIENT, "Condition", READ)).isTrue();
        assertThat(scopes.permits(PATIENT, "Condition", SEARCH)).isFalse();
        assertThat(scopes.permits(SYSTEM, "Condition", READ)).isFalse();
    }

    @Test
    void a_user_without_a_dossier_keeps_no_scope_on_one() {
        assertThat(ScopeSet.parse("launch/patient openid patient/*.rs user/Task.rs")
                        .withoutPatientScopes())
                .isEqualTo(ScopeSet.parse("openid user/Task.rs"));
    }
}
