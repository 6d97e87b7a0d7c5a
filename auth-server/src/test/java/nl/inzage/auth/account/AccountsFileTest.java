package nl.inzage.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.inzage.auth.settings.AuthSettings;
import nl.inzage.auth.settings.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.env.MockEnvironment;

/** The initial accounts: plain passwords in the demo only, and one sentence for each mistake. */
class AccountsFileTest {

    private static final String ANNA =
            """
            accounts:
              - username: anna.visser
                password: Zeven blauwe fietsen
                phone: "+31600000001"
                kind: patient
                hospital: linde
                identifier: {system: "http://fhir.nl/fhir/NamingSystem/bsn", value: "999990019"}
                language: en
            """;

    @TempDir
    private Path folder;

    private final Passwords passwords = new Passwords();

    @Test
    void a_demo_account_is_kept_with_a_hash_of_its_password() throws IOException {
        Account anna = account(ANNA, "demo");

        assertThat(anna.passwordHash()).startsWith("{argon2}$argon2id$");
        assertThat(passwords.matches("Zeven blauwe fietsen", Optional.of(anna))).isTrue();
        assertThat(passwords.matches("Zeven rode fietsen", Optional.of(anna))).isFalse();
        assertThat(anna.language()).isEqualTo(Locale.ENGLISH);
        assertThat(anna.toString()).doesNotContain("anna").doesNotContain("999990019");
        assertThat(anna.identifier().toString()).doesNotContain("999990019");
    }

    @Test
    void an_account_is_somebody_real_unless_the_file_says_otherwise() throws IOException {
        assertThat(sandbox(ANNA)).isEmpty();
        assertThat(sandbox(ANNA + "    sandbox: false\n")).isEmpty();
        assertThat(sandbox(ANNA + "    sandbox: true\n")).hasValueSatisfying(account -> {
            assertThat(account.username()).isEqualTo(new Username("anna.visser"));
            assertThat(account.of().value()).isEqualTo("999990019");
        });
    }

    @Test
    void outside_the_demo_a_plain_password_is_refused() throws IOException {
        assertThatThrownBy(() -> account(ANNA, "production"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("only profile demo accepts")
                .hasMessageNotContaining("fietsen");
    }

    @Test
    void outside_the_demo_a_hash_is_fine() throws IOException {
        String hash = passwords.hash("iets");

        assertThat(account(
                                ANNA.replace("password: Zeven blauwe fietsen", "passwordHash: \"" + hash + "\""),
                                "production")
                        .passwordHash())
                .isEqualTo(hash);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("999990019", "999990018", "value for value that is not valid"),
                mistake("+31600000001", "0600000001", "phone number with country code"),
                mistake("kind: patient", "kind: doctor", "value for kind that is not valid"),
                mistake("hospital: linde", "hospital: De Linde!", "value for hospital that is not valid"),
                mistake("language: en", "language: de", "language nl or en"),
                mistake("password: Zeven blauwe fietsen", "", "either password or passwordHash"),
                mistake("password: Zeven", "passwordHash: Zeven", "begins with {argon2}"),
                mistake("language: en", "taal: en", "unknown key taal"),
                mistake("username: anna.visser", "username: ''", "misses the key username"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("mistakes")
    void a_mistake_is_one_sentence(String from, String to, String sentence) {
        assertThatThrownBy(() -> account(ANNA.replace(from, to), "demo"))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("INZAGE_ACCOUNTS_FILE (")
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("999990018");
    }

    private static Arguments mistake(String from, String to, String sentence) {
        return Arguments.of(from, to, sentence);
    }

    private Optional<SandboxAccount> sandbox(String yaml) throws IOException {
        return AccountsFile.sandbox(file(yaml, "demo").entries().get(0));
    }

    private Account account(String yaml, String profile) throws IOException {
        AccountsFile accounts = file(yaml, profile);
        return accounts.account(accounts.entries().get(0));
    }

    private AccountsFile file(String yaml, String profile) throws IOException {
        Path file = Files.writeString(folder.resolve("accounts.yaml"), yaml);
        URI address = URI.create("http://localhost:1");
        AuthSettings settings = new AuthSettings(address, address, address, "", "", "", file.toString(), address, "");
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        return new AccountsFile(settings, environment, passwords);
    }
}
