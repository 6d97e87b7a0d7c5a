package nl.inzage.auth.developer;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.inzage.auth.client.SecretHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Links that let the owner of a mailbox in, once and within a quarter of an hour. Only their SHA-256 is kept. */
@Repository
class DeveloperLinks {

    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient database;
    private final Clock clock;

    DeveloperLinks(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whom a link lets in. */
    record Mailbox(String email, Locale language) {}

    /** Makes a link; the answer is the secret in it. */
    String make(Mailbox mailbox) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String link = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        database.sql("insert into developer_link values (:hash, :email, :language, :end)")
                .param("hash", SecretHash.of(link))
                .param("email", mailbox.email())
                .param("language", mailbox.language().getLanguage())
                .param("end", Timestamp.from(clock.instant().plus(LIFE)))
                .update();
        return link;
    }

    /** Whom it would let in; looking uses nothing up, as programs look at mail before people do. */
    Optional<Mailbox> look(String link) {
        return one("select email, language from developer_link where hash = :hash and expires_at > :now", link);
    }

    /** Uses it up and says whom it lets in; of any number of parallel tries one hears that. */
    Optional<Mailbox> redeem(String link) {
        return one(
                "delete from developer_link where hash = :hash and expires_at > :now returning email, language", link);
    }

    private Optional<Mailbox> one(String statement, String link) {
        return database.sql(statement)
                .param("hash", SecretHash.of(link))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) ->
                        new Mailbox(row.getString("email"), Locale.forLanguageTag(row.getString("language"))))
                .optional();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void removeTheOld() {
        database.sql("delete from developer_link where expires_at < :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
