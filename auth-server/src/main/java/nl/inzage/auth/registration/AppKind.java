package nl.inzage.auth.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where an app runs, and so how it can prove itself (RFC 6749 section 2.1). */
public enum AppKind {
    /** A page of its own: whoever uses it can read all that is in it. */
    BROWSER("browser", "none"),
    /** On a telephone or computer, which is no place for a secret either. */
    DEVICE("device", "none"),
    SERVER("server", "client_secret_basic"),
    /** A server that signs with a key of its own. */
    SERVER_WITH_KEYS("keys", "private_key_jwt");

    private final String word;
    private final String authentication;

    AppKind(String word, String authentication) {
        this.word = word;
        this.authentication = authentication;
    }

    /** The word in forms and in the database, and the last part of message keys. */
    public String word() {
        return word;
    }

    /** How the app proves itself at the token endpoint. */
    public String authentication() {
        return authentication;
    }

    /** Whether it has a secret of ours. */
    public boolean hasSecret() {
        return this == SERVER;
    }

    /** Whether it signs with keys of its own. */
    public boolean hasKeys() {
        return this == SERVER_WITH_KEYS;
    }

    public static Optional<AppKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** The words of all kinds. */
    public static List<String> words() {
        return Arrays.stream(values()).map(AppKind::word).toList();
    }
}
