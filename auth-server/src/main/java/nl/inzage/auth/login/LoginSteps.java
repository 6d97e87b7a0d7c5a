package nl.inzage.auth.login;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.Passwords;
import nl.inzage.auth.account.RulesInForce;
import nl.inzage.auth.account.TemporaryPasswords;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.contact.CodeVerdict;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.contact.ContactCodes;
import nl.inzage.auth.lockout.CodeOutcome;
import nl.inzage.auth.lockout.CountedCodes;
import nl.inzage.auth.lockout.Lockouts;
import nl.inzage.auth.lockout.PasswordTry;
import nl.inzage.auth.lockout.WrittenBlocks;
import nl.inzage.auth.person.DossierUnavailable;
import nl.inzage.auth.person.PatientLife;
import nl.inzage.auth.person.People;
import nl.inzage.auth.session.Login;
import nl.inzage.auth.session.LoginMeans;
import nl.inzage.policy.login.LockoutOutcome;
import nl.inzage.policy.login.LockoutRules;
import org.springframework.stereotype.Service;

/** The two steps of logging in: user name with password, then the code. What failures lead to is the hospital's to say. */
@Service
class LoginSteps {

    private final Accounts accounts;
    private final Passwords passwords;
    private final TemporaryPasswords temporary;
    private final RulesInForce rules;
    private final Lockouts lockouts;
    private final CountedCodes counted;
    private final ContactCodes numbers;
    private final PendingLogins pending;
    private final People people;
    private final PatientLife life;
    private final WrittenBlocks blocks;
    private final LoginRecord record;

    LoginSteps(
            Accounts accounts,
            Passwords passwords,
            TemporaryPasswords temporary,
            RulesInForce rules,
            Lockouts lockouts,
            CountedCodes counted,
            ContactCodes numbers,
            PendingLogins pending,
            People people,
            PatientLife life,
            WrittenBlocks blocks,
            LoginRecord record) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.temporary = temporary;
        this.rules = rules;
        this.lockouts = lockouts;
        this.counted = counted;
        this.numbers = numbers;
        this.pending = pending;
        this.people = people;
        this.life = life;
        this.blocks = blocks;
        this.record = record;
    }

    /** The first step. Nothing in the outcome tells whether the user name exists. */
    PasswordOutcome password(String typed, String password) {
        Username username = new Username(typed);
        Optional<Account> account = accounts.byUsername(username);
        LockoutRules lockout = rules.of(username, account).lockout();
        PasswordTry counted = lockouts.begin(username, lockout);
        if (counted instanceof PasswordTry.NotNow notNow) {
            return new PasswordOutcome.NotNow(notNow.because());
        }
        LockoutOutcome ifWrong = ((PasswordTry.Counted) counted).ifWrong();
        boolean isTemporary = temporary.matches(account, password);
        boolean right = passwords.matches(password, account) || isTemporary;
        if (!right || account.orElseThrow().closed()) {
            blocks.after(ifWrong, account);
            return new PasswordOutcome.Refused(ifWrong);
        }
        lockouts.passedPassword(username);
        return new PasswordOutcome.Accepted(pending.begin(account.get().id(), isTemporary));
    }

    Optional<PendingLogin> pending(UUID id) {
        return pending.byId(id);
    }

    Account account(PendingLogin login) {
        return accounts.byId(login.account()).orElseThrow();
    }

    /** What stands in the way of the next code: a wait, or a block. For words on a page only. */
    Optional<LockoutOutcome> standing(PendingLogin login) {
        Account account = account(login);
        return lockouts.standing(
                new Username(account.username()), rules.of(account).lockout());
    }

    /** The second step, with a code that was sent; one that came back counts no more against its number. */
    CodeOutcome code(PendingLogin login, String code) {
        CodeOutcome outcome = code(login, () -> {
            CodeVerdict verdict = pending.judge(login.id(), code);
            if (verdict == CodeVerdict.TOO_MANY) {
                pending.end(login.id());
            }
            return verdict;
        });
        if (outcome instanceof CodeOutcome.Judged judged && judged.verdict() == CodeVerdict.RIGHT) {
            account(login).phone().map(Contact.Phone::new).ifPresent(numbers::cameBack);
        }
        return outcome;
    }

    /** The second step, whichever way. */
    CodeOutcome code(PendingLogin login, Supplier<CodeVerdict> judge) {
        return counted.ofLogin(account(login), judge);
    }

    /**
     * Who this is, once both steps are passed; nothing when the hospital has no dossier for the account, or the patient
     * died.
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
        Account known = accounts.byId(account.id()).orElseThrow();
        if (!life.goesOn(known)) {
            return Optional.empty();
        }
        return Optional.of(record.begin(known, means));
    }
}
