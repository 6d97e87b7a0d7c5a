package nl.inzage.policy.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.Map;
import java.util.TreeMap;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.login.WorkingDays;
import nl.inzage.policy.release.EmbargoClass;
import nl.inzage.policy.release.ResultCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PolicyBookReaderTest {

    private static final Path FILES = Path.of("hospitals");

    private final PolicyBookReader reader = new PolicyBookReader();

    @Test
    void the_demo_hospital_waits_seven_days_with_results() {
        HospitalPolicy linde = reader.readBuiltIn().of(new HospitalId("linde")).orElseThrow();

        assertThat(linde.resultRules().embargo().of(EmbargoClass.ORDINARY)).isEqualTo(Period.ofDays(7));
        assertThat(linde.name()).isEqualTo("Ziekenhuis De Linde");
        assertThat(linde.id()).isEqualTo(new HospitalId("linde"));
    }

    @Test
    void every_file_but_the_defaults_and_the_register_is_a_hospital() {
        assertThat(reader.readBuiltIn().hospitals())
                .extracting(HospitalId::value)
                .containsExactlyInAnyOrder("mumc", "umcg", "umcu", "amcvumc", "linde");
    }

    @Test
    void a_hospital_without_a_file_has_no_policy() {
        assertThat(reader.readBuiltIn().of(new HospitalId("elders"))).isEmpty();
        assertThat(reader.readBuiltIn().statementsOf(new HospitalId("elders"))).isEmpty();
        assertThatThrownBy(() -> reader.readBuiltIn().require(new HospitalId("elders")))
                .isInstanceOf(PolicyException.class)
                .hasMessage("unknown hospital elders; known are amcvumc, linde, mumc, umcg, umcu");
    }

    @Test
    void a_hospital_says_its_rules_in_its_own_words() {
        assertThat(reader.readBuiltIn().statementsOf(new HospitalId("umcg")))
                .filteredOn(statement -> statement.key().equals("results.embargoDays.radiology"))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.value()).isEqualTo("14");
                    assertThat(statement.byDefault()).isFalse();
                    assertThat(statement.source())
                            .hasValueSatisfying(words -> assertThat(words).contains("röntgenfoto"));
                    assertThat(statement.meaning()).contains("The same, for radiology.");
                });
    }

    @Test
    void what_a_hospital_leaves_open_is_the_default() {
        assertThat(reader.readBuiltIn().statementsOf(new HospitalId("mumc")))
                .filteredOn(statement -> statement.key().equals("session.idleMinutes"))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.value()).isEqualTo("10");
                    assertThat(statement.byDefault()).isTrue();
                });
    }

    @ParameterizedTest(name = "{0}: {1} for {2}")
    @CsvFileSource(resources = "/faults.csv", delimiter = '|', numLinesToSkip = 2, maxCharsPerColumn = 400)
    void a_file_that_cannot_be_used_is_refused_by_file_line_and_key(
            String file, String line, String wrong, String message) throws IOException {
        String written = line.replace("\\n", "\n");
        Map<String, String> files = new TreeMap<>(PolicyFiles.in(FILES));
        String content = Files.readString(FILES.resolve(file));
        assertThat(content).contains(written);
        files.put(file, content.replace(written, wrong.replace("\\n", "\n")));

        assertThatThrownBy(() -> reader.read(files))
                .isInstanceOf(PolicyException.class)
                .hasMessage(message.replace("LINE", "line " + lineOf(content, written)));
    }

    @Test
    void a_file_that_is_not_yaml_is_refused() {
        assertThatThrownBy(() -> reader.read(Map.of("default.yaml", "kind: [")))
                .isInstanceOf(PolicyException.class)
                .hasMessageStartingWith("default.yaml: not valid YAML");
    }

    @Test
    void an_empty_file_is_refused() {
        assertThatThrownBy(() -> reader.read(Map.of("default.yaml", "")))
                .hasMessage("default.yaml, line 1: missing key kind");
    }

    @Test
    void there_are_no_policies_without_defaults() {
        assertThatThrownBy(() -> reader.read(Map.of())).hasMessage("default.yaml: missing, or not of kind defaults");
    }

    @Test
    void a_hospital_cannot_be_the_defaults() throws IOException {
        Map<String, String> files = new TreeMap<>(PolicyFiles.in(FILES));
        files.put("default.yaml", files.get("linde.yaml"));

        assertThatThrownBy(() -> reader.read(files)).hasMessage("default.yaml: missing, or not of kind defaults");
    }

    @Test
    void what_is_not_shown_has_the_conditions_of_its_line_and_no_other() {
        assertThat(reader.readBuiltIn()
                        .require(new HospitalId("umcg"))
                        .resultRules()
                        .exclusions())
                .filteredOn(exclusion -> exclusion.categories().contains(ResultCategory.HEART_FUNCTION))
                .singleElement()
                .satisfies(exclusion -> {
                    assertThat(exclusion.categories())
                            .containsExactlyInAnyOrder(ResultCategory.HEART_FUNCTION, ResultCategory.LUNG_FUNCTION);
                    assertThat(exclusion.requestedOutside()).isFalse();
                    assertThat(exclusion.research()).isFalse();
                    assertThat(exclusion.before()).isEmpty();
                });
    }

    @Test
    void credentials_may_be_promised_for_one_working_day_exactly() throws IOException {
        assertThat(with("mumc.yaml", "[2, 3]", "[2, 2]").account().enrolment().credentialsByMail())
                .contains(new WorkingDays(2, 2));
    }

    @Test
    void patients_may_be_asked_to_phone_on_the_day_that_an_answer_is_due() throws IOException {
        assertThat(with("amcvumc.yaml", "phoneAfterWorkdays: {value: 4,", "phoneAfterWorkdays: {value: 2,")
                        .messages()
                        .phoneAfterWorkdays())
                .isEqualTo(2);
    }

    private HospitalPolicy with(String file, String written, String instead) throws IOException {
        Map<String, String> files = new TreeMap<>(PolicyFiles.in(FILES));
        assertThat(files.get(file)).contains(written);
        files.put(file, files.get(file).replace(written, instead));
        return reader.read(files).require(new HospitalId(file.replace(".yaml", "")));
    }

    @Test
    void a_file_is_named_after_the_short_name_of_its_hospital() throws IOException {
        Map<String, String> files = new TreeMap<>(PolicyFiles.in(FILES));
        files.put("De Linde.yaml", files.get("linde.yaml"));

        assertThatThrownBy(() -> reader.read(files))
                .hasMessage("De Linde.yaml: the name of the file is not a hospital id");
    }

    private static long lineOf(String content, String part) {
        return content.substring(0, content.indexOf(part)).lines().count()
                + (content.charAt(content.indexOf(part) - 1) == '\n' ? 1 : 0);
    }
}
