package nl.inzage.auth.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import nl.inzage.auth.settings.FactorSettings;
import org.junit.jupiter.api.Test;

/** A sealed value opens with its own key and for its own purpose. */
class SealTest {

    private static final byte[] CLEAR = "999990019".getBytes(StandardCharsets.US_ASCII);

    @Test
    void what_was_sealed_opens_again_and_never_looks_the_same_twice() throws GeneralSecurityException {
        Seal seal = with("q2Wc8RtY5uPz1LxN7vKs3JhD");
        byte[] sealed = seal.seal(CLEAR, "one row");

        assertThat(seal.open(sealed, "one row")).isEqualTo(CLEAR);
        assertThat(sealed).isNotEqualTo(seal.seal(CLEAR, "one row"));
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("999990019");
    }

    @Test
    void another_row_another_key_and_a_changed_byte_are_refused() throws GeneralSecurityException {
        Seal seal = with("q2Wc8RtY5uPz1LxN7vKs3JhD");
        byte[] sealed = seal.seal(CLEAR, "one row");
        byte[] changed = sealed.clone();
        changed[20] ^= 1;

        assertThatThrownBy(() -> seal.open(sealed, "another row")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal.open(changed, "one row")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> with("m8Vt3KqZ6yRb9XcF2nLp5WsG").open(sealed, "one row"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("INZAGE_AUTH_ENCRYPTION_KEY");
    }

    private static Seal with(String key) throws GeneralSecurityException {
        return new Seal(new FactorSettings(key, "", "", List.of()));
    }
}
