package nl.inzage.auth.own;

import java.util.Optional;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Passwords;
import nl.inzage.auth.account.RulesInForce;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.lockout.Lockouts;
import nl.inzage.auth.lockout.PasswordTry;
import nl.inzage.auth.lockout.WrittenBlocks;
import nl.inzage.auth.page.FormErrors;
import org.springframework.stereotype.Service;

/**
 * Whether somebody who is logged in knows the own password: who finds an open browser does not (OWASP ASVS 5.0, 6.2.3).
 * What is typed counts as a password of the login does, so that nobody guesses here without end.
 */
@Service
class CurrentPassword {

    private static final String FIELD = "current";

    private final Passwords passwords;
    private final RulesInForce rules;
    private final Lockouts lockouts;
    private final WrittenBlocks blocks;

    CurrentPassword(Passwords passwords, RulesInForce rules, Lockouts lockouts, WrittenBlocks blocks) {
        this.passwords = passwords;
        this.rules = rules;
        this.lockouts = lockouts;
        this.blocks = blocks;
    }

    /** What is wrong with the field {@code current} before it is judged. */
    FormErrors form(String typed) {
        return new FormErrors().addIf(typed.isEmpty(), FIELD, "own.password.current.missing");
    }

    /** Judges the field {@code current}. */
    FormErrors judge(Account account, String typed) {
        Username username = new Username(account.username());
        PasswordTry counted = lockouts.begin(username, rules.of(account).lockout());
        if (!(counted instanceof PasswordTry.Counted itself)) {
            return new FormErrors().add(FIELD, "own.password.current.wait");
        }
        if (!passwords.matches(typed, Optional.of(account))) {
            blocks.after(itself.ifWrong(), Optional.of(account));
            return new FormErrors().add(FIELD, "own.password.current.wrong");
        }
        lockouts.passedPassword(username);
        return new FormErrors();
    }
}
