package nl.inzage.auth.event;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of what was done to accounts. The database refuses to change or remove a row. */
@Repository
public class AccountEvents {

    private final JdbcClient database;
    private final Clock clock;

    AccountEvents(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Something of the past, for the person whose account it is. */
    public record Past(Instant at, Act act) {}

    public void record(AccountEvent event) {
        record(event, null);
    }

    /** Records something that was done about a client of the hospital's people. */
    public void record(AccountEvent event, String clientId) {
        database.sql(
                        """
                        insert into account_event (at, hospital, act, account_id, patient, by_account, channel,
                          document, reason, found, client_id)
                        values (:at, :hospital, :act, :account, :patient, :by, :channel, :document, :reason, :found,
                          :client)""")
                .param("at", Timestamp.from(clock.instant()))
                .param("hospital", event.hospital().value())
                .param("act", event.act().name().toLowerCase(Locale.ROOT))
                .param("account", event.account().orElse(null))
                .param("patient", event.patient().orElse(null))
                .param("by", event.by().orElse(null))
                .param("channel", event.seen().map(seen -> word(seen.channel())).orElse(null))
                .param(
                        "document",
                        event.seen().map(seen -> word(seen.document())).orElse(null))
                .param("reason", event.reason().orElse(null))
                .param("found", event.found().orElse(null))
                .param("client", clientId)
                .update();
    }

    /** Writes down what followed for a user name; of one that nobody has the same statement writes nothing. */
    public void recordIfKnown(Optional<Account> account, Act act) {
        database.sql(
                        """
                        insert into account_event (at, hospital, act, account_id, patient)
                        select :at, hospital, :act, id, fhir_id from account where id = :account""")
                .param("at", Timestamp.from(clock.instant()))
                .param("act", act.name().toLowerCase(Locale.ROOT))
                .param("account", account.map(Account::id).orElseGet(UUID::randomUUID))
                .update();
    }

    /** What happened to an account, newest first, besides what is not told there. */
    public List<Past> of(UUID account, Set<Act> besides, int most) {
        return database.sql(
                        """
                        select at, act from account_event where account_id = :id and act not in (:besides)
                        order by id desc limit :most""")
                .param("id", account)
                .param(
                        "besides",
                        besides.stream()
                                .map(act -> act.name().toLowerCase(Locale.ROOT))
                                .toList())
                .param("most", most)
                .query((row, number) -> new Past(
                        row.getTimestamp("at").toInstant(),
                        Act.valueOf(row.getString("act").toUpperCase(Locale.ROOT))))
                .list();
    }

    /** When something last happened to an account, newest first: many other things do not push it off the list. */
    public List<Instant> lastOf(UUID account, Act act, int most) {
        return database.sql(
                        """
                        select at from account_event where account_id = :id and act = :act
                        order by id desc limit :most""")
                .param("id", account)
                .param("act", act.name().toLowerCase(Locale.ROOT))
                .param("most", most)
                .query((row, number) -> row.getTimestamp("at").toInstant())
                .list();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
