package nl.inzage.auth.digid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.inzage.auth.settings.FactorSettings;
import nl.inzage.auth.settings.StartRefused;
import nl.inzage.policy.book.PolicyBookReader;
import nl.inzage.policy.login.DigidLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** The file of connections with DigiD: complete, safe, and only for hospitals that have DigiD. */
class DigidFileTest {

    private static final String SECRET = "bT5nWq8ZrX2yLk7VcM4jHs9P";
    private static final String GOOD =
            """
            digid:
              - hospital: umcg
                issuer: https://bridge.example
                authorizeUri: https://bridge.example/authorize
                tokenUri: https://bridge.example/token
                jwksUri: https://bridge.example/jwks
                clientId: inzage
                secret: ${BRIDGE_SECRET}
            """;

    @TempDir
    Path folder;

    @Test
    void without_a_file_there_are_no_connections() {
        assertThat(reader("").connections()).isEmpty();
    }

    @Test
    void levels_have_the_names_of_logius_unless_the_file_has_others() throws IOException {
        DigidConnection usual = read(GOOD).get(0);
        assertThat(usual.level("urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard"))
                .contains(DigidLevel.SUBSTANTIEEL);
        assertThat(usual.bsnClaim()).isEqualTo("bsn");

        DigidConnection own = read(GOOD + "    levels: {substantieel: [\"loa:substantial\", \"3\"], hoog: [\"4\"]}\n")
                .get(0);
        assertThat(own.level("3")).contains(DigidLevel.SUBSTANTIEEL);
        assertThat(own.level("urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard"))
                .isEmpty();
        assertThat(own.acrValues(DigidLevel.MIDDEN)).isEqualTo("loa:substantial 4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            hospital: umcg                   | hospital: mumc                 | whose policy has no login with DigiD
            hospital: umcg                   | hospital: nowhere              | whose policy has no login with DigiD
            secret: ${BRIDGE_SECRET}         | secret: in-the-clear           | must name its secret as
            secret: ${BRIDGE_SECRET}         | secret: ${MISSING}             | MISSING, which is missing
            https://bridge.example/token     | http://bridge.example/token    | https address for tokenUri
            https://bridge.example/authorize | javascript:alert(1)            | https address for authorizeUri
            clientId: inzage                 | clientName: inzage             | unknown key clientName
            """)
    void what_is_wrong_is_named_without_a_secret(String part, String other, String problem) {
        assertThatThrownBy(() -> read(GOOD.replace(part, other)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("INZAGE_DIGID_FILE")
                .hasMessageContaining(problem)
                .hasMessageNotContaining("in-the-clear");
    }

    @Test
    void a_hospital_has_one_connection() {
        assertThatThrownBy(() -> read(GOOD + GOOD.replace("digid:\n", "")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("second connection");
    }

    private List<DigidConnection> read(String yaml) throws IOException {
        return reader(Files.writeString(folder.resolve("digid.yaml"), yaml).toString())
                .connections();
    }

    private static DigidFile reader(String file) {
        return new DigidFile(
                new FactorSettings("", file, "", List.of()),
                new MockEnvironment().withProperty("BRIDGE_SECRET", SECRET),
                new PolicyBookReader().readBuiltIn());
    }
}
