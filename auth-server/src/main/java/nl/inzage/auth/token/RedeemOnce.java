package nl.inzage.auth.token;

import java.util.function.Function;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Redeems a one-time value in one transaction that holds the grant's row: of any number of parallel tries one wins, and a
 * second use ends the grant (RFC 6749 section 4.1.2, RFC 9700 section 4.14.2). A refusal commits as well; otherwise the
 * ending would be rolled back.
 */
public final class RedeemOnce implements AuthenticationProvider {

    private final AuthenticationProvider library;
    private final Function<Authentication, String> value;
    private final Grants grants;
    private final TransactionTemplate transaction;

    /** Takes the library's provider and what finds the one-time value in its requests. */
    public RedeemOnce(
            AuthenticationProvider library,
            Function<Authentication, String> value,
            Grants grants,
            TransactionTemplate transaction) {
        this.library = library;
        this.value = value;
        this.grants = grants;
        this.transaction = transaction;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        Outcome outcome = transaction.execute(status -> redeem(request));
        if (outcome.refusal() != null) {
            throw outcome.refusal();
        }
        return outcome.success();
    }

    private Outcome redeem(Authentication request) {
        if (grants.lockAndSeeIfSpent(value.apply(request))) {
            return new Outcome(null, new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
        }
        try {
            return new Outcome(library.authenticate(request), null);
        } catch (AuthenticationException e) {
            return new Outcome(null, e);
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return library.supports(type);
    }

    private record Outcome(Authentication success, AuthenticationException refusal) {}
}
