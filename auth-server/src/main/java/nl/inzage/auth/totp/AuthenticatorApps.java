package nl.inzage.auth.totp;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.event.AccountEvent;
import nl.inzage.auth.event.AccountEvents;
import nl.inzage.auth.event.Act;
import nl.inzage.auth.seal.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The authenticator apps that people added. The last time step that was accepted is kept by a conditional update, so that
 * a code works once, on all nodes together (RFC 6238 section 5.2; OWASP ASVS 6.5.1). That an app comes or goes is written
 * down in the same transaction.
 */
@Repository
class AuthenticatorApps {

    /** How many steps of thirty seconds the phone's clock may be off, either way. */
    private static final int TOLERANCE = 1;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final AccountEvents events;
    private final Clock clock;

    AuthenticatorApps(
            JdbcClient database, TransactionTemplate transaction, Seal seal, AccountEvents events, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.seal = seal;
        this.events = events;
        this.clock = clock;
    }

    boolean has(UUID account) {
        return sealed(account).isPresent();
    }

    /** How many recovery codes are left. */
    int recoveryCodesLeft(UUID account) {
        return database.sql("select count(*) from recovery_code where account_id = :id and used_at is null")
                .param("id", account)
                .query(Integer.class)
                .single();
    }

    /** Whether a code is the app's; it is spent then. */
    boolean accepts(UUID account, String code) {
        return sealed(account)
                .map(secret -> steps(new AppSecret(seal.open(secret, purpose(account))), code)
                        .anyMatch(step -> spend(account, step)))
                .orElse(false);
    }

    /** Whether a code is one of the recovery codes; it is spent then. */
    boolean acceptsRecoveryCode(UUID account, String typed) {
        return database.sql(
                                """
                                update recovery_code set used_at = :now
                                where account_id = :id and hash = :hash and used_at is null""")
                        .param("now", now())
                        .param("id", account)
                        .param("hash", RecoveryCodes.hash(account, typed))
                        .update()
                == 1;
    }

    /**
     * Adds an app when a code shows that it has the secret; that code is spent.
     *
     * @return the recovery codes, which nobody can see again; nothing when the code is not right or there is an app
     */
    Optional<List<String>> add(Account account, AppSecret secret, String code) {
        return steps(secret, code)
                .boxed()
                .findFirst()
                .flatMap(step -> transaction.execute(status -> {
                    if (!insert(account.id(), secret, step)) {
                        return Optional.empty();
                    }
                    events.record(AccountEvent.of(account, Act.APP_ADDED));
                    return Optional.of(keep(account.id(), RecoveryCodes.fresh(random)));
                }));
    }

    /** Removes the app and its recovery codes, and says whether there was one. */
    boolean remove(Account account) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean removed = delete(account.id());
            if (removed) {
                events.record(AccountEvent.of(account, Act.APP_REMOVED));
            }
            return removed;
        }));
    }

    /** The same without writing it down: the caller does. */
    boolean delete(UUID account) {
        return database.sql("delete from authenticator_app where account_id = :id")
                        .param("id", account)
                        .update()
                == 1;
    }

    private boolean insert(UUID account, AppSecret secret, long step) {
        return database.sql(
                                """
                                insert into authenticator_app (account_id, secret, last_step, added_at)
                                values (:id, :secret, :step, :now) on conflict do nothing""")
                        .param("id", account)
                        .param("secret", seal.seal(secret.bytes(), purpose(account)))
                        .param("step", step)
                        .param("now", now())
                        .update()
                == 1;
    }

    private List<String> keep(UUID account, List<String> codes) {
        for (String code : codes) {
            database.sql("insert into recovery_code (account_id, hash) values (:id, :hash)")
                    .param("id", account)
                    .param("hash", RecoveryCodes.hash(account, code))
                    .update();
        }
        return codes;
    }

    private boolean spend(UUID account, long step) {
        return database.sql(
                                """
                                update authenticator_app set last_step = :step
                                where account_id = :id and last_step < :step""")
                        .param("step", step)
                        .param("id", account)
                        .update()
                == 1;
    }

    private LongStream steps(AppSecret secret, String code) {
        Instant now = clock.instant();
        long current = OneTimeCode.step(now);
        return LongStream.rangeClosed(current - TOLERANCE, current + TOLERANCE)
                .filter(step -> OneTimeCode.of(secret.bytes(), step).equals(code));
    }

    private Optional<byte[]> sealed(UUID account) {
        return database.sql("select secret from authenticator_app where account_id = :id")
                .param("id", account)
                .query(byte[].class)
                .optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String purpose(UUID account) {
        return "authenticator app of " + account;
    }
}
