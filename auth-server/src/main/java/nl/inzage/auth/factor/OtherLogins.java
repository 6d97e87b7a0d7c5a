package nl.inzage.auth.factor;

import jakarta.servlet.http.HttpServletRequest;
import nl.inzage.auth.session.AccountSessions;
import nl.inzage.auth.session.Login;
import nl.inzage.auth.token.Grants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends all logins of an account but one. After a change of how the account is entered that is done always: whoever came
 * in by what was there before has to show the new (OWASP ASVS 7.4.3).
 */
@Component
public class OtherLogins {

    private final AccountSessions sessions;
    private final Grants grants;
    private final TransactionTemplate transaction;

    OtherLogins(AccountSessions sessions, Grants grants, TransactionTemplate transaction) {
        this.sessions = sessions;
        this.grants = grants;
        this.transaction = transaction;
    }

    /** Ends the other logins with all that they started, also what was to last without them, and what is unfinished. */
    public void end(Login kept, HttpServletRequest request) {
        end(kept, request.getSession().getId());
    }

    /** The same, by the id of the session that stays. */
    public void end(Login kept, String session) {
        transaction.executeWithoutResult(status -> {
            sessions.endOthers(kept.account(), session);
            grants.endAllButOf(kept.account(), kept.loginId());
        });
    }
}
