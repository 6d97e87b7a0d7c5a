package nl.inzage.auth.account;

/** Whether the person behind an account is still there, as far as the hospital knows. */
public interface AccountLife {

    /** Looks, and closes the account of somebody who died. When nobody can be asked now, nothing changes. */
    void look(Account account);
}
