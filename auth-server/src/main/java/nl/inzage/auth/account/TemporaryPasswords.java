package nl.inzage.auth.account;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.client.SecretHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Passwords that come by e-mail: sixteen characters at random, so that a fast hash is enough, good for a while. */
@Repository
public class TemporaryPasswords {

    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient database;
    private final Clock clock;

    TemporaryPasswords(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes one that the desk gives; all before it are void. The account's own password stays until another is chosen. */
    public String makeAtDesk(UUID account, Instant until) {
        end(account);
        return make(account, true, until);
    }

    /** Makes one for who asked for it by e-mail. It voids the one before it that was asked for, and not the desk's. */
    public String makeForMail(UUID account, Instant until) {
        return make(account, false, until);
    }

    private String make(UUID account, boolean ofDesk, Instant until) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        database.sql(
                        """
                        insert into temporary_password (account_id, of_desk, password_hash, expires_at)
                        values (:account, :ofDesk, :hash, :until)
                        on conflict (account_id, of_desk) do update set password_hash = :hash, expires_at = :until""")
                .param("account", account)
                .param("ofDesk", ofDesk)
                .param("hash", SecretHash.of(password.toString()))
                .param("until", Timestamp.from(until))
                .update();
        return password.toString();
    }

    /** Whether this is a temporary password of the account; for nobody the same question is asked. */
    public boolean matches(Optional<Account> account, String password) {
        return database.sql(
                        """
                        select 1 from temporary_password
                        where account_id = :account and password_hash = :hash and expires_at > :now""")
                .param("account", account.map(Account::id).orElseGet(UUID::randomUUID))
                .param("hash", SecretHash.of(password))
                .param("now", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The person chose a password of his or her own. */
    public void end(UUID account) {
        database.sql("delete from temporary_password where account_id = :account")
                .param("account", account)
                .update();
    }
}
