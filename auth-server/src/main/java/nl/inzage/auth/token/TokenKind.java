package nl.inzage.auth.token;

import java.util.Locale;
import java.util.Optional;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/** The kinds of value that the server gives out and takes back. */
enum TokenKind {
    STATE("state"),
    CODE("code"),
    ACCESS("access_token"),
    ID("id_token"),
    REFRESH("refresh_token");

    private final String parameter;

    TokenKind(String parameter) {
        this.parameter = parameter;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TokenKind ofColumn(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }

    /** Whether a search for this type may find this kind; no type means any, as for introspection. */
    boolean isWanted(OAuth2TokenType type) {
        return Optional.ofNullable(type)
                .map(wanted -> parameter.equals(wanted.getValue()))
                .orElse(this != STATE && this != CODE);
    }
}
