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

    @ParameterizedTest(name = "a refresh of {0} may ask {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "patient/*.rs openid         ; patient/*.rs openid                        ; true",
                "patient/*.rs openid         ; patient/Observation.r                      ; true",
                "patient/Observation.read    ; patient/Observation.r                      ; true",
                "patient/Observation.rs      ; patient/Observation.rs?category=laboratory ; true",
                "patient/Observation.rs      ; patient/Observation.rs patient/Patient.r   ; false",
                "patient/Observation.r       ; patient/Observation.rs                     ; false",
                "patient/Observation.rs      ; patient/*.rs                               ; false",
                "patient/Observation.rs?code=a ; patient/Observation.rs                   ; false",
                "patient/Observation.rs?code=a ; patient/Observation.rs?code=b            ; false",
                "patient/Observation.rs?code=a ; patient/Observation.rs?code=a            ; true",
                "patient/*.rs                ; patient/Observation.sr                     ; false",
                "patient/*.cruds             ; patient/Observation.dus                    ; false",
                "patient/*.rs                ; openid                                     ; false",
                "patient/*.rs                ; user/Observation.rs                        ; false",
            })
    void a_refresh_may_ask_less_and_never_more(String granted, String asked, boolean covered) {
        assertThat(ScopeSet.parse(granted).coversAll(ScopeSet.parse(asked))).isEqualTo(covered);
    }

    @ParameterizedTest(name = "{0} of an app registered for {1}, while logged in: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "openid offline_access               ; openid offline_access               ; openid",
                "openid offline_access               ; openid offline_access online_access ; openid online_access",
                "openid offline_access online_access ; openid offline_access online_access ; openid online_access",
                "openid                              ; openid online_access                ; openid",
            })
    void access_while_logged_in_takes_the_place_of_access_that_lasts(String asked, String registered, String left) {
        assertThat(ScopeSet.parse(asked).whileLoggedIn(ScopeSet.parse(registered)))
                .isEqualTo(ScopeSet.parse(left));
    }
}
