package nl.inzage.fhir.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import nl.inzage.policy.clock.ClockState;
import nl.inzage.policy.clock.ClockTrust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the database's clock and keeps in the database what is thought of it, in one row for all nodes. Between two
 * looks the clock is believed for the lease and no longer, so that a jump shows nothing.
 */
final class ReleaseClock {

    /** How long the clock is believed after a look. */
    static final Duration LEASE = Duration.ofSeconds(10);

    /** So many looks of others mean that this node stood still while they did not: they judge. */
    private static final long LOOKS_MISSED = 20;

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseClock.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final ClockTrust trust;
    private final Duration longestPause;
    private final LongSupplier nanos;
    private Optional<Sight> last = Optional.empty();

    /**
     * A clock that was not looked at yet.
     *
     * @param longestPause how long all nodes may have stood still before a start without a question
     * @param nanos a clock that cannot be set, in nanoseconds
     */
    ReleaseClock(
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            ClockTrust trust,
            Duration longestPause,
            LongSupplier nanos) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.trust = trust;
        this.longestPause = longestPause;
        this.nanos = nanos;
    }

    /**
     * The row as this node saw it last.
     *
     * @param nanos when that was; nothing at a start, when nobody counted the time before
     */
    private record Sight(long looks, Optional<Long> nanos) {}

    private record Row(ClockState state, long looks) {}

    /** What is thought of the clock now; nothing before the first look of all. */
    Optional<ClockState> state() {
        return read("").map(Row::state);
    }

    /** The first look of this node: begins when there is nothing yet, else waits for the next look. */
    synchronized void begin() {
        last = transactions.execute(transaction -> {
            Optional<Row> row = read("");
            if (row.isEmpty()) {
                jdbc.update(
                        """
                        insert into released.clock (releases_at, lease)
                        select released.clock_now(), make_interval(secs => ?) on conflict (one) do nothing
                        """,
                        LEASE.toSeconds());
            }
            return row.map(each -> new Sight(each.looks(), Optional.empty()))
                    .or(() -> Optional.of(new Sight(0, Optional.of(nanos.getAsLong()))));
        });
    }

    /** Looks once more. */
    synchronized void look() {
        transactions.executeWithoutResult(transaction -> {
            Row row = read("for update").orElseThrow();
            long now = nanos.getAsLong();
            Sight sight = last.orElseThrow();
            // At a start one look of another node is enough: it counts the time already.
            if (row.looks() - sight.looks() > (sight.nanos().isEmpty() ? 0 : LOOKS_MISSED)) {
                last = Optional.of(new Sight(row.looks(), Optional.of(now)));
                return;
            }
            Instant claimed = databaseNow();
            keep(
                    row.state(),
                    sight.nanos()
                            .map(then -> trust.observe(row.state(), claimed, Duration.ofNanos(now - then)))
                            .orElseGet(() -> trust.resume(row.state(), claimed, longestPause)));
            last = Optional.of(new Sight(row.looks() + 1, Optional.of(now)));
        });
    }

    /**
     * An operator says that the clock is right.
     *
     * @param seen the time that the operator sees it is
     * @return whether the clock agrees, within its bound; otherwise nothing changes
     */
    synchronized boolean confirm(Instant seen) {
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
            Row row = read("for update").orElseThrow();
            Instant claimed = databaseNow();
            if (Duration.between(seen, claimed).abs().compareTo(trust.bound()) > 0) {
                return false;
            }
            keep(row.state(), trust.confirm(claimed));
            receiveAnew(claimed);
            last = Optional.of(new Sight(row.looks() + 1, Optional.of(nanos.getAsLong())));
            LOG.warn("An operator confirmed the database's clock at {}", claimed);
            return true;
        }));
    }

    /** What came in while the clock was ahead arrived now, at the latest; it is stamped anew. */
    private void receiveAnew(Instant now) {
        jdbc.update(
                """
                with ahead as (
                  update released.resource set received = ?, policy = 'stale'
                  where received > ? and replaced is null returning hospital, type, id, version),
                kept as (
                  update released.stamp s set received = ?, policy = 'stale' from ahead a
                  where s.type = a.type and s.id = a.id and s.version = a.version)
                update released.policy set seen_until = coalesce(seen_until, ?)
                where hospital in (select hospital from ahead)
                """,
                now.atOffset(ZoneOffset.UTC),
                now.atOffset(ZoneOffset.UTC),
                now.atOffset(ZoneOffset.UTC),
                now.atOffset(ZoneOffset.UTC));
    }

    private void keep(ClockState before, ClockState after) {
        Optional<Instant> claimed = claimed(after);
        if (claimed.isPresent() && claimed(before).isEmpty()) {
            LOG.error(
                    "ALARM: the database's clock jumped to {}; results are released as at {} until an operator confirms",
                    claimed.get(),
                    after.releasesAt());
        }
        jdbc.update(
                """
                update released.clock set releases_at = ?, claimed = ?, lease = make_interval(secs => ?),
                  looks = looks + 1
                """,
                after.releasesAt().atOffset(ZoneOffset.UTC),
                claimed.map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(null),
                LEASE.toSeconds());
    }

    static Optional<Instant> claimed(ClockState state) {
        return state.fold(trusted -> Optional.empty(), frozen -> Optional.of(frozen.claimed()));
    }

    private Instant databaseNow() {
        return jdbc.queryForObject("select released.clock_now()", OffsetDateTime.class)
                .toInstant();
    }

    private Optional<Row> read(String lock) {
        List<Row> rows = jdbc.query("select releases_at, claimed, looks from released.clock " + lock, (row, number) -> {
            Instant releasesAt =
                    row.getObject("releases_at", OffsetDateTime.class).toInstant();
            Optional<ClockState> frozen = Optional.ofNullable(row.getObject("claimed", OffsetDateTime.class))
                    .map(claimed -> new ClockState.Frozen(releasesAt, claimed.toInstant()));
            return new Row(frozen.orElseGet(() -> new ClockState.Trusted(releasesAt)), row.getLong("looks"));
        });
        return rows.stream().findFirst();
    }
}
