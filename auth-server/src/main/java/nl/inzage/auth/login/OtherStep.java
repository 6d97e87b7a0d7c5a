package nl.inzage.auth.login;

import java.util.Optional;
import nl.inzage.auth.account.Account;

/** A second step that people can set up for themselves; it takes the place of the code by SMS. */
public interface OtherStep {

    /** The address of the page that asks for it; nothing when this person did not set it up. */
    Optional<String> pageFor(Account account);
}
