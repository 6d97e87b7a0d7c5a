package nl.inzage.auth.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.contact.CodeVerdict;
import nl.inzage.auth.lockout.CodeOutcome;
import nl.inzage.auth.lockout.Lockouts;
import nl.inzage.auth.recovery.PasswordRights;
import nl.inzage.auth.session.LoginMeans;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.login.LockoutOutcome;
import org.springframework.stereotype.Service;
import org.springframework.ui.Model;

/** The second step of a login, whichever way: all ways share what stands before them and what follows. */
@Service
public class SecondStep {

    private final LoginSteps steps;
    private final PendingLogins pending;
    private final LoginSession session;
    private final Entrance entrance;
    private final PasswordRights rights;
    private final PolicyBook policies;

    SecondStep(
            LoginSteps steps,
            PendingLogins pending,
            LoginSession session,
            Entrance entrance,
            PasswordRights rights,
            PolicyBook policies) {
        this.steps = steps;
        this.pending = pending;
        this.session = session;
        this.entrance = entrance;
        this.rights = rights;
        this.policies = policies;
    }

    /** The login of which this browser gave the password; nothing after fifteen minutes. */
    public Optional<PendingLogin> pending(HttpServletRequest request) {
        return session.pending(request).flatMap(pending::byId);
    }

    /** The account whose password was given. */
    public Account account(PendingLogin login) {
        return steps.account(login);
    }

    /** Judges a try, which counts before it is looked at; of one login no more than three are. */
    public CodeOutcome judge(PendingLogin login, BooleanSupplier right) {
        return steps.code(login, () -> verdict(login.id(), right));
    }

    private CodeVerdict verdict(UUID id, BooleanSupplier right) {
        int tries = pending.countTry(id);
        if (tries <= PendingLogins.TRIES && right.getAsBoolean()) {
            return pending.end(id) ? CodeVerdict.RIGHT : CodeVerdict.EXPIRED;
        }
        if (tries < PendingLogins.TRIES) {
            return CodeVerdict.WRONG;
        }
        pending.end(id);
        return CodeVerdict.TOO_MANY;
    }

    /** Lets in who passed; after a temporary password, only to choose another. The answer is the view that comes next. */
    private String enter(
            PendingLogin login,
            LoginMeans means,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Account account = steps.account(login);
        if (login.mustChange()) {
            session.forgetPending(request);
            rights.give(account, request);
            return "redirect:/wachtwoord-vergeten/nieuw";
        }
        return entrance.enter(account, means, request, response, model);
    }

    /** The page that asked for the code, once more: {@code wrong}, {@code wait} or {@code expired}. */
    public interface Again {
        String show(String error);
    }

    /** What follows from a code, said at once: in, try again, wait, or it is over. The answer is the view that comes next. */
    public String answer(
            PendingLogin login,
            CodeOutcome outcome,
            LoginMeans means,
            Again again,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (outcome instanceof CodeOutcome.NotNow notNow) {
            return notNow(notNow.because(), login, again, request, model);
        }
        return switch (((CodeOutcome.Judged) outcome).verdict()) {
            case RIGHT -> enter(login, means, request, response, model);
            case EXPIRED -> again.show("expired");
            case WRONG ->
                steps.standing(login)
                        .map(standing -> notNow(standing, login, again, request, model))
                        .orElseGet(() -> again.show("wrong"));
            case TOO_MANY -> {
                session.forgetPending(request);
                yield steps.standing(login)
                        .filter(LockoutOutcome.AccountBlocked.class::isInstance)
                        .map(standing -> notNow(standing, login, again, request, model))
                        .orElse("redirect:/inloggen?melding=pogingen");
            }
        };
    }

    private String notNow(
            LockoutOutcome standing, PendingLogin login, Again again, HttpServletRequest request, Model model) {
        if (standing instanceof LockoutOutcome.Wait wait) {
            model.addAttribute("minutes", Lockouts.minutes(wait.delay()));
            return again.show("wait");
        }
        // Only the hospital or a new password helps now.
        session.forgetPending(request);
        model.addAttribute("page", LoginPage.notNow(steps.account(login).username(), standing));
        return "inloggen";
    }

    /** Whether a code by SMS is a way for this person too: as the hospital's policy says, and for its staff. */
    public boolean allowsSms(Account account) {
        boolean offered = account.kind().isStaff()
                || policies.of(account.hospital())
                        .filter(policy -> policy.account().login().withPassword())
                        .isPresent();
        return offered && account.phone().isPresent();
    }
}
