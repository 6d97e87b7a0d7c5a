package nl.inzage.auth.login;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.Passwords;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.session.Login;
import nl.inzage.auth.session.LoginMeans;
import org.springframework.stereotype.Service;

/** The two steps of logging in: user name with password, then the code. */
@Service
class LoginSteps {

    private final Accounts accounts;
    private final Passwords passwords;
    private final LoginAttempts attempts;
    private final PendingLogins pending;
    private final People people;
    private final Clock clock;

    LoginSteps(
            Accounts accounts,
            Passwords passwords,
            LoginAttempts attempts,
            PendingLogins pending,
            People people,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.pending = pending;
        this.people = people;
        this.clock = clock;
    }

    /** The first step. Nothing in the outcome tells whether the user name exists. */
    PasswordOutcome password(String typed, String password) {
        Username username = new Username(typed);
        Optional<Duration> wait = attempts.begin(username);
        if (wait.isPresent()) {
            return new PasswordOutcome.Wait(wait.get());
        }
        Optional<Account> account = accounts.byUsername(username);
        if (!passwords.matches(password, account)) {
            return new PasswordOutcome.Refused();
        }
        attempts.passed(username);
        return new PasswordOutcome.Accepted(pending.begin(account.orElseThrow().id()));
    }

    Optional<PendingLogin> pending(UUID id) {
        return pending.byId(id);
    }

    Account account(PendingLogin login) {
        return accounts.byId(login.account()).orElseThrow();
    }

    /** The second step. Each wrong code counts as a failed attempt, so that stopping in time gains nothing. */
    CodeVerdict code(PendingLogin login, String code) {
        CodeVerdict verdict = pending.judge(login.id(), code);
        boolean ended = verdict == CodeVerdict.TOO_MANY && pending.end(login.id());
        if (ended || verdict == CodeVerdict.WRONG) {
            attempts.failed(new Username(account(login).username()));
        }
        return verdict;
    }

    /**
     * Who this is, once both steps are passed; nothing when the hospital has no dossier for the account.
     *
     * @throws DossierUnavailable when that cannot be found out now
     */
    Optional<Login> identify(Account account, LoginMeans means) throws DossierUnavailable {
        if (account.fhirId().isEmpty()) {
            Optional<String> found = people.fhirId(account);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            accounts.keepFhirId(account.id(), found.get());
        }
        attempts.forget(new Username(account.username()));
        return Optional.of(new Login(
                account.id(), account.kind(), account.hospital().value(), UUID.randomUUID(), clock.instant(), means));
    }
}
