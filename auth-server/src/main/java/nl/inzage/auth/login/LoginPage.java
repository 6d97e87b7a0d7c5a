package nl.inzage.auth.login;

import java.util.Locale;
import nl.inzage.auth.lockout.Lockouts;
import nl.inzage.policy.login.LockoutOutcome;

/**
 * What the page "Inloggen" shows.
 *
 * @param refused the user name and password were not right together
 * @param minutes the minutes to wait before the next try; 0 for none
 * @param hint whether "Wachtwoord vergeten" is advised
 * @param blocked {@code password}, or who lifts the block of the account; empty for neither
 * @param notice why the person is here again; empty for no reason
 */
record LoginPage(
        String username,
        boolean usernameMissing,
        boolean passwordMissing,
        boolean refused,
        long minutes,
        boolean hint,
        String blocked,
        String notice) {

    static LoginPage empty(String notice) {
        return new LoginPage("", false, false, false, 0, false, "", notice);
    }

    static LoginPage incomplete(String username, String password) {
        return new LoginPage(username, username.isBlank(), password.isEmpty(), false, 0, false, "", "");
    }

    /** The user name and password were not right. */
    static LoginPage refused(String username, LockoutOutcome then) {
        return of(username, then, then instanceof LockoutOutcome.TryAgain || then instanceof LockoutOutcome.Wait);
    }

    /** Nothing was looked at. */
    static LoginPage notNow(String username, LockoutOutcome because) {
        return of(username, because, false);
    }

    private static LoginPage of(String username, LockoutOutcome outcome, boolean refused) {
        long minutes = outcome instanceof LockoutOutcome.Wait wait ? Lockouts.minutes(wait.delay()) : 0;
        boolean hint = outcome instanceof LockoutOutcome.TryAgain again && again.hint();
        return new LoginPage(username, false, false, refused, minutes, hint, blocked(outcome), "");
    }

    private static String blocked(LockoutOutcome outcome) {
        if (outcome instanceof LockoutOutcome.PasswordBlocked) {
            return "password";
        }
        return outcome instanceof LockoutOutcome.AccountBlocked account
                ? account.unlockedBy().name().toLowerCase(Locale.ROOT)
                : "";
    }

    /** Whether the form came back with something wrong. */
    public boolean failed() {
        return usernameMissing || passwordMissing || refused || minutes > 0 || !blocked.isEmpty();
    }
}
