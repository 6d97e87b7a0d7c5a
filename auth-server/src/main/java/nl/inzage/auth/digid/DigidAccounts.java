package nl.inzage.auth.digid;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.AccountKind;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.PersonIdentifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes accounts for people who come with DigiD: without a password, with a user name that nobody types. */
@Repository
class DigidAccounts {

    private final Accounts accounts;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DigidAccounts(Accounts accounts, JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.accounts = accounts;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The account of somebody who accepted the terms; made unless there is one, also when two browsers ask at once. */
    Account make(DigidEnrolment enrolment, Locale language) {
        PersonIdentifier identifier = Arrivals.identifier(enrolment.bsn());
        return transaction.execute(status -> {
            accounts.hold(enrolment.hospital(), identifier);
            return accounts.ofPatient(enrolment.hospital(), identifier)
                    .orElseGet(() -> add(enrolment, identifier, language));
        });
    }

    private Account add(DigidEnrolment enrolment, PersonIdentifier identifier, Locale language) {
        UUID id = UUID.randomUUID();
        Account account = new Account(
                id,
                "digid-" + id,
                null,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                AccountKind.PATIENT,
                enrolment.hospital(),
                identifier,
                Locale.forLanguageTag(language.getLanguage()),
                false,
                Optional.empty());
        accounts.add(account);
        database.sql("update account set terms_accepted_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        return account;
    }
}
