package nl.inzage.policy.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import nl.inzage.policy.identity.HospitalId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyBookReaderTest {

    private final PolicyBookReader reader = new PolicyBookReader();

    @Test
    void the_demo_hospital_waits_seven_days_with_results() {
        HospitalPolicy linde = reader.readBuiltIn().of(new HospitalId("linde")).orElseThrow();

        assertThat(linde.results().embargo()).isEqualTo(Period.ofDays(7));
    }

    @Test
    void a_hospital_without_a_file_has_no_policy() {
        assertThat(reader.readBuiltIn().of(new HospitalId("elders"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: A\\nresults: {embargoDays: 7, extra: 1}  | linde.yaml: unknown key results.extra",
                "name: A                                        | linde.yaml: missing key results.embargoDays",
                "results: {embargoDays: 7}                      | linde.yaml: missing key name",
                "name: A\\nresults: {embargoDays: -1}           | linde.yaml: results.embargoDays must be a whole number of days from 0 to 365",
                "name: A\\nresults: {embargoDays: week}         | linde.yaml: results.embargoDays must be a whole number of days from 0 to 365",
                "name: A\\nname: B                              | linde.yaml: not valid YAML",
            })
    void a_file_that_cannot_be_used_is_refused_by_file_and_key(String content, String message) {
        assertThatThrownBy(() -> reader.read("linde.yaml", content.replace("\\n", "\n")))
                .isInstanceOf(PolicyException.class)
                .hasMessageStartingWith(message);
    }
}
