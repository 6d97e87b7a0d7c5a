package nl.inzage.auth.desk;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.AccountLife;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.TemporaryPasswords;
import nl.inzage.auth.contact.MessageGateway;
import nl.inzage.auth.contact.MessageNotSent;
import nl.inzage.auth.event.AccountEvent;
import nl.inzage.auth.event.AccountEvents;
import nl.inzage.auth.event.Act;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.calendar.DutchCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The mail with user name and temporary password, on the day that the hospital says (F1). What waits is in the database:
 * whichever node is there on that day sends it, and one of them. The password is made then, so that it waits nowhere.
 */
@Service
public class CredentialsMail {

    private static final Logger LOG = LoggerFactory.getLogger(CredentialsMail.class);
    private static final Duration UNTIL_NEXT_TRY = Duration.ofMinutes(10);
    private static final Duration GIVEN_UP = Duration.ofDays(7);

    private final JdbcClient database;
    private final Accounts accounts;
    private final AccountLife life;
    private final TemporaryPasswords temporary;
    private final AccountEvents events;
    private final PolicyBook policies;
    private final MessageGateway gateway;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CredentialsMail(
            JdbcClient database,
            Accounts accounts,
            AccountLife life,
            TemporaryPasswords temporary,
            AccountEvents events,
            PolicyBook policies,
            MessageGateway gateway,
            MessageSource messages,
            TransactionTemplate transaction,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.life = life;
        this.temporary = temporary;
        this.events = events;
        this.policies = policies;
        this.gateway = gateway;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Lets the mail of an account go at some moment. */
    void plan(UUID account, Instant due) {
        database.sql("insert into credentials_mail values (:account, :due, :due)")
                .param("account", account)
                .param("due", Timestamp.from(due))
                .update();
    }

    /** Lets it not go any more, as the person got a password on paper. */
    void cancel(UUID account) {
        database.sql("delete from credentials_mail where account_id = :account")
                .param("account", account)
                .update();
    }

    /** When the mail of an account goes; nothing when none waits. */
    Optional<Instant> plannedFor(UUID account) {
        return database.sql("select due_at from credentials_mail where account_id = :account")
                .param("account", account)
                .query((row, number) -> row.getTimestamp("due_at").toInstant())
                .optional();
    }

    /** Sends all mails of which it is time. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    public void sendDue() {
        // Each once in a round: what fails is due again later.
        Set<UUID> tried = new HashSet<>();
        for (Optional<UUID> next = due(); next.filter(tried::add).isPresent(); next = due()) {
            send(next.get());
        }
    }

    private void send(UUID id) {
        // Whether the person died is asked before, as that is another server's to say.
        accounts.byId(id).ifPresent(life::look);
        try {
            transaction.executeWithoutResult(status -> sendUnlessAnotherDoes(id));
        } catch (RuntimeException e) {
            LOG.error("Credentials could not be made or mailed; they are tried again", e);
            tryLater(id);
        }
    }

    private Optional<UUID> due() {
        return database.sql(
                        """
                        select account_id from credentials_mail where next_try_at <= :now
                        order by next_try_at limit 1""")
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    private void sendUnlessAnotherDoes(UUID id) {
        Optional<Instant> planned = database.sql(
                        """
                        select due_at from credentials_mail where account_id = :id and next_try_at <= :now
                        for update skip locked""")
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> row.getTimestamp("due_at").toInstant())
                .optional();
        if (planned.isEmpty()) {
            return;
        }
        Account account = accounts.byId(id).orElseThrow();
        if (account.closed() || choseAPassword(id) || send(account)) {
            cancel(id);
        } else if (planned.get().plus(GIVEN_UP).isBefore(clock.instant())) {
            LOG.error("ALARM: credentials could not be mailed for a week and are given up; the desk can give a letter");
            cancel(id);
        } else {
            tryLater(id);
        }
    }

    /** Who forgot one that never came may have chosen another by now: nothing is sent that opens the account beside it. */
    private boolean choseAPassword(UUID account) {
        return database.sql("select exists (select from account_event where account_id = :id and act = :act)")
                .param("id", account)
                .param("act", Act.PASSWORD_CHANGED.name().toLowerCase(Locale.ROOT))
                .query(Boolean.class)
                .single();
    }

    private boolean send(Account account) {
        Instant until = DutchCalendar.later(
                clock.instant(),
                policies.require(account.hospital()).account().activation().valid());
        String password = temporary.makeAtDesk(account.id(), until);
        try {
            gateway.sendMail(
                    account.email().orElseThrow(),
                    text("mail.credentials.subject", account.language()),
                    text("mail.credentials.text", account.language(), account.username(), password));
        } catch (MessageNotSent e) {
            LOG.error("Credentials could not be mailed; they are tried again", e);
            return false;
        }
        events.record(AccountEvent.of(account, Act.CREDENTIALS_MAILED));
        return true;
    }

    private void tryLater(UUID account) {
        database.sql("update credentials_mail set next_try_at = :then where account_id = :account")
                .param("then", Timestamp.from(clock.instant().plus(UNTIL_NEXT_TRY)))
                .param("account", account)
                .update();
    }

    private String text(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }
}
