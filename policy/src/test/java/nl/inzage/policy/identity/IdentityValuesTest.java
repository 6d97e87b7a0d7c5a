package nl.inzage.policy.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "amc-1", "Amc", "1amc", "a"})
    void names_of_hospitals_and_locations_are_short_and_lower_case(String name) {
        assertThatThrownBy(() -> new LocationId(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HospitalId(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void names_are_written_as_they_are() {
        assertThat(new LocationId("amc")).hasToString("amc");
        assertThat(new HospitalId("umcg")).hasToString("umcg");
        assertThatThrownBy(() -> new LocationId(null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HospitalId(null)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "14", "2014-13", "2014-02-30", "10-11-2014"})
    void another_form_of_birth_date_is_refused(String text) {
        assertThatThrownBy(() -> BirthDate.parse(text)).isInstanceOf(DateTimeParseException.class);
    }

    @Test
    void a_birth_date_ends_after_it_begins() {
        LocalDate day = LocalDate.of(2014, 5, 17);

        assertThat(BirthDate.parse("2014-05-17")).isEqualTo(new BirthDate(day, day));
        assertThatThrownBy(() -> new BirthDate(day, day.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
