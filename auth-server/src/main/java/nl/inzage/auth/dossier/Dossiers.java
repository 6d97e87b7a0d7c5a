package nl.inzage.auth.dossier;

import java.util.List;
import java.util.Optional;
import nl.inzage.auth.account.Account;
import org.springframework.stereotype.Component;

/** The dossiers that an account opens now; asked anew for every token, so that what ended opens nothing. */
@Component
public class Dossiers {

    private final List<OpenDossiers> reasons;

    Dossiers(List<OpenDossiers> reasons) {
        this.reasons = reasons;
    }

    /** All of them, the own one first. */
    public List<Dossier> of(Account account) {
        return account.closed()
                ? List.of()
                : reasons.stream()
                        .flatMap(reason -> reason.of(account).stream())
                        .distinct()
                        .toList();
    }

    /** The dossier of a patient, when this account opens it. */
    public Optional<Dossier> of(Account account, String patient) {
        return of(account).stream()
                .filter(dossier -> dossier.patient().equals(patient))
                .findFirst();
    }

    /** The only one; nothing when there is a choice, which is the person's. */
    public Optional<Dossier> only(Account account) {
        List<Dossier> all = of(account);
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }
}
