package nl.inzage.auth.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.AccountKind;
import nl.inzage.auth.account.Username;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.login.LoginMethod;
import org.springframework.stereotype.Service;

/** The second step of a login, for other ways than the code by SMS: they share its tries and what failures lead to. */
@Service
public class SecondStep {

    private final LoginSteps steps;
    private final PendingLogins pending;
    private final LoginAttempts attempts;
    private final LoginSession session;
    private final PolicyBook policies;

    SecondStep(
            LoginSteps steps,
            PendingLogins pending,
            LoginAttempts attempts,
            LoginSession session,
            PolicyBook policies) {
        this.steps = steps;
        this.pending = pending;
        this.attempts = attempts;
        this.session = session;
        this.policies = policies;
    }

    /** The account whose password this browser gave; nothing after fifteen minutes. */
    public Optional<Account> account(HttpServletRequest request) {
        return pending(request).map(steps::account);
    }

    /** Judges a try; it counts before it is looked at, so that parallel tries are no more than three. */
    public CodeVerdict judge(HttpServletRequest request, BooleanSupplier right) {
        Optional<PendingLogin> login = pending(request);
        if (login.isEmpty()) {
            return CodeVerdict.EXPIRED;
        }
        UUID id = login.get().id();
        int tries = pending.countTry(id);
        if (tries <= PendingLogins.TRIES && right.getAsBoolean()) {
            return pending.end(id) ? CodeVerdict.RIGHT : CodeVerdict.EXPIRED;
        }
        boolean last = tries >= PendingLogins.TRIES;
        if (!last || pending.end(id)) {
            attempts.failed(new Username(steps.account(login.get()).username()));
        }
        return last ? CodeVerdict.TOO_MANY : CodeVerdict.WRONG;
    }

    /** Ends what this browser began. */
    public void forget(HttpServletRequest request) {
        session.forgetPending(request);
    }

    /** Whether a code by SMS is a way for this person too: as the hospital's policy says, and for its employees. */
    public boolean allowsSms(Account account) {
        if (account.phone() == null) {
            return false;
        }
        return account.kind() == AccountKind.EMPLOYEE
                || policies.of(account.hospital())
                        .filter(policy -> policy.account().login().methods().contains(LoginMethod.PASSWORD_AND_SMS))
                        .isPresent();
    }

    private Optional<PendingLogin> pending(HttpServletRequest request) {
        return session.pending(request).flatMap(pending::byId);
    }
}
