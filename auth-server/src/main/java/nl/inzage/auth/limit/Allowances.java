package nl.inzage.auth.limit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.inzage.auth.client.SecretHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Allowances that all nodes share. Each request takes its part of ten minutes, and time gives it back evenly (the generic
 * cell rate algorithm): one moment a source is all there is to know, and one statement judges and counts.
 */
@Repository
class Allowances {

    static final Duration WINDOW = Duration.ofMinutes(10);

    /** From when on an allowance counts; one that is whole much later than it can be was kept by a clock that was wrong. */
    private static final String FROM =
            "(case when a.whole_again_at > :absurd then :now else greatest(a.whole_again_at, :now) end)";

    private static final String TAKE =
            """
            insert into allowance as a values (:asked, :key, :next)
            on conflict (asked, source_hash) do update set whole_again_at = FROM + :part * interval '1 microsecond'
            where FROM + :part * interval '1 microsecond' <= :most"""
                    .replace("FROM", FROM);

    private final JdbcClient database;
    private final Clock clock;

    Allowances(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Takes one request off an allowance; when nothing is left, how long it takes until there is. */
    Optional<Duration> take(Asked asked, String source, int most) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Duration part = WINDOW.dividedBy(most);
        String key = SecretHash.of(source);
        boolean taken = database.sql(TAKE)
                        .param("asked", asked.name())
                        .param("key", key)
                        .param("next", Timestamp.from(now.plus(part)))
                        .param("now", Timestamp.from(now))
                        .param("part", part.toNanos() / 1_000)
                        .param("most", Timestamp.from(now.plus(WINDOW)))
                        .param("absurd", Timestamp.from(now.plus(WINDOW.multipliedBy(2))))
                        .update()
                == 1;
        return taken ? Optional.empty() : Optional.of(untilNext(asked, key, now, part));
    }

    private Duration untilNext(Asked asked, String key, Instant now, Duration part) {
        Instant whole = database.sql("select whole_again_at from allowance where asked = :asked and source_hash = :key")
                .param("asked", asked.name())
                .param("key", key)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(now);
        Duration wait = Duration.between(now, whole.plus(part).minus(WINDOW));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** What is whole again says nothing any more, of nobody. */
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void forgetTheWhole() {
        database.sql("delete from allowance where whole_again_at < :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
