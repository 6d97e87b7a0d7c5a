package nl.inzage.auth.dossier;

import java.util.List;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.AccountKind;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A patient's own dossier, which comes first. */
@Component
@Order(0)
class OwnDossier implements OpenDossiers {

    @Override
    public List<Dossier> of(Account account) {
        return account.kind() == AccountKind.PATIENT
                ? account.fhirId().map(id -> new Dossier(id, true)).stream().toList()
                : List.of();
    }
}
