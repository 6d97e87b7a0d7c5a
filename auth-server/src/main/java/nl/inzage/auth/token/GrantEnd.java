package nl.inzage.auth.token;

import java.time.Instant;
import java.util.Optional;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;

/** The moment at which the person wants a grant to end: that of its refresh tokens. */
public record GrantEnd(Instant at) {

    /** The name by which a grant carries it. */
    public static final String NAME = GrantEnd.class.getName();

    /** That of a grant, when the person chose one. */
    public static Optional<GrantEnd> of(OAuth2Authorization grant) {
        return Optional.ofNullable(grant.getAttribute(NAME));
    }
}
