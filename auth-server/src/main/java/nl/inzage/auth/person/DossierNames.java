package nl.inzage.auth.person;

import java.util.Locale;
import java.util.Optional;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.dossier.Dossier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says whose a dossier is, so that nobody shares another one than was meant. */
@Component
public class DossierNames {

    private static final Logger LOG = LoggerFactory.getLogger(DossierNames.class);

    private final People people;
    private final MessageSource messages;

    DossierNames(People people, MessageSource messages) {
        this.people = people;
        this.messages = messages;
    }

    /** The patient's name as the hospital has it; the own dossier is known without, of another nothing is said then. */
    public Optional<String> of(Account account, Dossier dossier, Locale locale) {
        Optional<String> name = name(account, dossier.patient());
        if (!dossier.own()) {
            return name;
        }
        return Optional.of(
                name.isPresent()
                        ? messages.getMessage("dossier.own.of", name.stream().toArray(), locale)
                        : messages.getMessage("dossier.own", null, locale));
    }

    private Optional<String> name(Account account, String patient) {
        try {
            return people.patient(account.hospital(), patient).map(Person::name).filter(name -> !name.isBlank());
        } catch (DossierUnavailable e) {
            LOG.warn("The name of a patient of account {} is unknown now", account.id());
            return Optional.empty();
        }
    }
}
