package nl.inzage.auth.factor;

import java.util.UUID;
import nl.inzage.auth.account.Account;
import org.springframework.ui.Model;

/** One kind of second factor on the page "Inloggen beveiligen". */
public interface FactorPart {

    /** Puts what the page shows about it into the model. */
    void show(Account account, Model model);

    /** Takes away all that an account has of it. */
    void removeAll(UUID account);
}
