package nl.inzage.auth.login;

import nl.inzage.auth.account.Account;
import nl.inzage.auth.session.LoginMeans;

/** What can keep somebody out who proved who it is: an account that was blocked, or closed. */
public interface Barrier {

    /** Whether this account may not be entered now, in this way. */
    boolean bars(Account account, LoginMeans means);
}
