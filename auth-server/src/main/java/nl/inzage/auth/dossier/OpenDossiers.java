package nl.inzage.auth.dossier;

import java.util.List;
import nl.inzage.auth.account.Account;

/** A reason why an account opens dossiers: as its own, or on behalf of somebody. Each reason is a bean of its own. */
public interface OpenDossiers {

    /** Those that the account opens at this moment. */
    List<Dossier> of(Account account);
}
