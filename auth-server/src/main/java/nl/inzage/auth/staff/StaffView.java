package nl.inzage.auth.staff;

import nl.inzage.auth.account.Account;

/**
 * Somebody who works for the hospital, as an administrator sees it.
 *
 * @param oneself whether it is the administrator, who does nothing to the own account
 */
record StaffView(Account account, boolean blocked, boolean oneself) {

    /** A word for the state of the account: the last part of a message key. */
    public String state() {
        if (account.closed()) {
            return "closed";
        }
        return blocked ? "blocked" : "open";
    }

    /** What he or she does: the last part of a message key. */
    public String role() {
        return account.kind().word();
    }

    /** Whether the administrator can do something to this account. */
    public boolean mayBeChanged() {
        return !oneself && !account.closed();
    }
}
