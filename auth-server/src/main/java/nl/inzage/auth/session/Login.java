package nl.inzage.auth.session;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import nl.inzage.auth.account.AccountKind;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * One login of one person with both factors; its name is the account's id, the {@code sub} of tokens.
 *
 * @param loginId names this login, so that logging out ends what it started
 * @param means with what the person logged in
 */
public record Login(UUID account, AccountKind kind, String hospital, UUID loginId, Instant at, LoginMeans means)
        implements AuthenticatedPrincipal, Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return account.toString();
    }
}
