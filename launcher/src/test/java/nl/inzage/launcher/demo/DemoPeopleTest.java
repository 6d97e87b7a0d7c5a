package nl.inzage.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who can log in to the demo, and that every file of a person takes part. */
class DemoPeopleTest {

    private final DemoPeople people = DemoPeople.read();

    @Test
    void the_people_that_the_readme_names_are_there() {
        assertThat(people.all())
                .extracting(DemoPerson::username)
                .contains("anna.visser", "bram.dejong", "fatima.elamrani", "balie.linde")
                .doesNotHaveDuplicates();
    }

    @Test
    void everybody_has_a_telephone_of_their_own() {
        assertThat(people.all())
                .extracting(DemoPerson::phone)
                .doesNotHaveDuplicates()
                .allMatch(phone -> phone.matches("\\+316000000\\d\\d"));
    }

    @Test
    void a_child_under_twelve_has_no_account() {
        assertThat(people.all()).extracting(DemoPerson::name).doesNotContain("Yusuf Benali");
    }

    @Test
    void the_accounts_file_says_who_has_which_dossier() throws Exception {
        JsonNode accounts = new YAMLMapper().readTree(people.accountsFile()).path("accounts");
        JsonNode anna = accounts.get(0);

        assertThat(accounts).hasSize(people.all().size());
        assertThat(anna.path("username").asText()).isEqualTo("anna.visser");
        assertThat(anna.path("phone").isTextual()).isTrue();
        assertThat(anna.path("kind").asText()).isEqualTo("patient");
        assertThat(anna.path("identifier").path("value").asText()).isEqualTo("999990019");
        assertThat(accounts.findValuesAsText("kind")).containsOnlyOnce("desk");
    }

    @Test
    void every_file_of_a_person_is_in_the_index() throws Exception {
        Path folder = Path.of("src/main/resources/demo/people");
        List<String> index = Files.readAllLines(folder.resolve("index.txt"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")))
                    .containsExactlyInAnyOrderElementsOf(index);
        }
    }
}
