package nl.inzage.policy.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is generated from the policy files is as new as they are. */
class RulesPageTest {

    private static final String RENEW = "./mvnw -pl policy test -Dtest=RulesPageTest -Drenew=true";

    private final PolicyBook book = new PolicyBookReader().readBuiltIn();

    @Test
    void the_page_of_rules_shows_the_policy_files_and_the_tables_of_the_tests() throws IOException {
        String introduction = Files.readString(Path.of("src", "test", "resources", "rules-introduction.md"));

        holds(Path.of("..", "docs", "rules.md"), new RulesPage(book, introduction).text());
    }

    @Test
    void the_schema_for_editors_has_the_parameters_of_the_policy_files() throws IOException {
        holds(Path.of("hospitals", "hospital.schema.json"), RulesPage.schema(book.statementsOf("default")));
    }

    private static void holds(Path file, String text) throws IOException {
        if (Boolean.getBoolean("renew")) {
            Files.writeString(file, text);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("%s is out of date; renew it with: %s", file, RENEW)
                .isEqualTo(text);
    }
}
