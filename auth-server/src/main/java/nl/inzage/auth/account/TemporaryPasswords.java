package nl.inzage.auth.account;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Passwords that come by e-mail or on a letter, good for a while. Sixteen signs at random are too few for a fast hash
 * (OWASP ASVS 5.0, 6.5.2), so they are hashed slowly. The first sign says who gave it: one hash judges it, not two.
 */
@Repository
public class TemporaryPasswords {

    private static final String OF_DESK = "abcdefghijkmnpqr";
    private static final String OF_MAIL = "stuvwxyz23456789";
    private static final String ALPHABET = OF_DESK + OF_MAIL;
    private static final int LENGTH = 16;

    private final SecureRandom random = new SecureRandom();
    private final Passwords passwords;
    private final JdbcClient database;
    private final Clock clock;

    TemporaryPasswords(Passwords passwords, JdbcClient database, Clock clock) {
        this.passwords = passwords;
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
        password.append(sign(ofDesk ? OF_DESK : OF_MAIL));
        while (password.length() < LENGTH) {
            password.append(sign(ALPHABET));
        }
        database.sql(
                        """
                        insert into temporary_password (account_id, of_desk, password_hash, expires_at)
                        values (:account, :ofDesk, :hash, :until)
                        on conflict (account_id, of_desk) do update set password_hash = :hash, expires_at = :until""")
                .param("account", account)
                .param("ofDesk", ofDesk)
                .param("hash", passwords.hash(password.toString()))
                .param("until", Timestamp.from(until))
                .update();
        return password.toString();
    }

    private char sign(String signs) {
        return signs.charAt(random.nextInt(signs.length()));
    }

    /** Whether this is a temporary password of the account; for nobody the same is asked, and hashed as slowly. */
    public boolean matches(Optional<Account> account, String password) {
        Optional<String> hash = database.sql(
                        """
                        select password_hash from temporary_password
                        where account_id = :account and of_desk = :ofDesk and expires_at > :now""")
                .param("account", account.map(Account::id).orElseGet(UUID::randomUUID))
                .param("ofDesk", !password.isEmpty() && OF_DESK.indexOf(password.charAt(0)) >= 0)
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
        return passwords.matchesHash(password, hash);
    }

    /** The person chose a password of his or her own. */
    public void end(UUID account) {
        database.sql("delete from temporary_password where account_id = :account")
                .param("account", account)
                .update();
    }
}
