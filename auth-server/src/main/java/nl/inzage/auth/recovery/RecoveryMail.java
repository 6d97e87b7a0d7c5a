package nl.inzage.auth.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.AccountKind;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.RulesInForce;
import nl.inzage.auth.account.TemporaryPasswords;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.contact.ContactCodes;
import nl.inzage.auth.contact.Errands;
import nl.inzage.auth.contact.MessageGateway;
import nl.inzage.auth.contact.MessageNotSent;
import nl.inzage.auth.event.AccountEvent;
import nl.inzage.auth.event.AccountEvents;
import nl.inzage.auth.event.Act;
import nl.inzage.auth.person.DossierUnavailable;
import nl.inzage.auth.person.People;
import nl.inzage.auth.person.Person;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.login.RecoveryRules;
import nl.inzage.policy.login.RecoveryRules.PasswordRecovery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What somebody who forgot something gets by e-mail, and only at the address that the account has (F16, F17). It is done
 * after the answer, which is the same in any case.
 */
@Service
class RecoveryMail {

    private static final Logger LOG = LoggerFactory.getLogger(RecoveryMail.class);
    private static final Duration LIFE = Duration.ofHours(24);

    private final Accounts accounts;
    private final RulesInForce rules;
    private final PolicyBook policies;
    private final People people;
    private final TemporaryPasswords temporary;
    private final ContactCodes limits;
    private final AccountEvents events;
    private final MessageGateway gateway;
    private final MessageSource messages;
    private final Errands errands;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RecoveryMail(
            Accounts accounts,
            RulesInForce rules,
            PolicyBook policies,
            People people,
            TemporaryPasswords temporary,
            ContactCodes limits,
            AccountEvents events,
            MessageGateway gateway,
            MessageSource messages,
            Errands errands,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.rules = rules;
        this.policies = policies;
        this.people = people;
        this.temporary = temporary;
        this.limits = limits;
        this.events = events;
        this.gateway = gateway;
        this.messages = messages;
        this.errands = errands;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Mails a temporary password, when the user name and the address belong together. */
    void temporaryPassword(Username username, String email) {
        errands.run(() -> accounts.byUsername(username)
                .filter(account -> mayHave(account)
                        && rules.of(account).recovery().password() == PasswordRecovery.TEMPORARY_BY_MAIL)
                .filter(account -> account.email()
                        .filter(own -> own.equalsIgnoreCase(email.strip()))
                        .isPresent())
                .ifPresent(this::mailTemporaryPassword));
    }

    /** Makes and mails one, unless the mailbox had its share today: then, and when the mail fails, the last one stays. */
    void mailTemporaryPassword(Account account) {
        Instant until = clock.instant().plus(LIFE);
        mail(
                account,
                Act.TEMPORARY_PASSWORD_MAILED,
                "mail.temporary",
                () -> temporary.makeForMail(account.id(), until));
    }

    /** Mails the user name of the patient of a hospital with this name and birth date. */
    void username(HospitalId hospital, String initials, String surname, String born) {
        RecoveryRules recovery = policies.require(hospital).account().recovery();
        errands.run(() -> {
            try {
                people.born(hospital, born, surname).stream()
                        .filter(person -> recovery.names(initials, surname, person.called()))
                        .map(person -> account(hospital, person))
                        .flatMap(Optional::stream)
                        .filter(RecoveryMail::mayHave)
                        .forEach(account -> mail(account, Act.USERNAME_MAILED, "mail.username", account::username));
            } catch (DossierUnavailable e) {
                LOG.error("A forgotten user name could not be looked up", e);
            }
        });
    }

    private Optional<Account> account(HospitalId hospital, Person person) {
        return accounts.ofPatient(hospital, person.fhirId(), person.identifier());
    }

    private static boolean mayHave(Account account) {
        return account.kind() == AccountKind.PATIENT && !account.closed();
    }

    private void mail(Account account, Act act, String key, Supplier<String> value) {
        account.email()
                .map(Contact.Mailbox::new)
                .filter(limits::countsForToday)
                .ifPresent(mailbox -> transaction.executeWithoutResult(status -> {
                    try {
                        String text = text(key, account.language(), value.get());
                        events.record(AccountEvent.of(account, act));
                        gateway.sendMail(mailbox.address(), text("notice.subject", account.language()), text);
                    } catch (MessageNotSent e) {
                        LOG.error("A mail about a forgotten user name or password could not be sent", e);
                        status.setRollbackOnly();
                    }
                }));
    }

    private String text(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }
}
