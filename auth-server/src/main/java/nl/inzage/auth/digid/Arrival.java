package nl.inzage.auth.digid;

import nl.inzage.auth.account.Account;

/** What somebody who comes from DigiD may do here. */
sealed interface Arrival {

    /** Come in: there is an account. */
    record Known(Account account) implements Arrival {}

    /** Make an account. */
    record New() implements Arrival {}

    /** Neither. */
    record Refused(DigidProblem problem) implements Arrival {}
}
