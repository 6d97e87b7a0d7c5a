package nl.inzage.policy.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeValuesTest {

    @ParameterizedTest
    @CsvSource({
        "patient/Observation.rs,                    patient/Observation.rs",
        "patient/Observation.read,                  patient/Observation.rs",
        "system/*.*,                                system/*.cruds",
        "user/Observation.rs?category=laboratory,   user/Observation.rs?category=laboratory",
    })
    void a_scope_is_written_in_the_words_of_version_two(String asked, String written) {
        assertThat(Scope.parse(asked).orElseThrow()).hasToString(written);
    }

    @Test
    void a_scope_permits_something() {
        assertThatThrownBy(() -> new Scope(Compartment.PATIENT, "Observation", Set.of(), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_set_keeps_the_words_and_their_order() {
        ScopeSet set = ScopeSet.of(List.of("openid", "patient/Observation.rs"));

        assertThat(set).hasToString("openid patient/Observation.rs");
        assertThat(set.texts()).containsExactlyInAnyOrder("openid", "patient/Observation.rs");
        assertThat(set.contains("openid")).isTrue();
        assertThat(set.contains("fhirUser")).isFalse();
        assertThat(set.isEmpty()).isFalse();
        assertThat(ScopeSet.parse(" ").isEmpty()).isTrue();
    }

    @Test
    void sets_with_the_same_words_are_equal() {
        ScopeSet set = ScopeSet.parse("openid fhirUser");

        assertThat(set)
                .isEqualTo(ScopeSet.parse("fhirUser openid"))
                .hasSameHashCodeAs(ScopeSet.parse("fhirUser openid"));
        assertThat(set).isNotEqualTo(ScopeSet.parse("openid")).isNotEqualTo("openid fhirUser");
        assertThat(set.hashCode()).isNotEqualTo(ScopeSet.parse("openid").hashCode());
    }
}
