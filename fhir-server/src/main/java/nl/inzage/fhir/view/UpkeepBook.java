package nl.inzage.fhir.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which upkeep was asked for, how far it is and which node is at it, in the database: a run that is broken off goes on
 * where it was, on any node. By the database's clock.
 */
final class UpkeepBook {

    /** Who does not tell of progress for so long is thought to be dead. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private final JdbcTemplate jdbc;
    private final String node;

    /**
     * The book as a node writes in it.
     *
     * @param node a name that no other node has
     */
    UpkeepBook(JdbcTemplate jdbc, String node) {
        this.jdbc = jdbc;
        this.node = node;
    }

    /**
     * A task as it stands.
     *
     * @param begun nothing while it rests
     * @param place where it goes on
     * @param exposing rows that showed too much, mended or taken away
     * @param mended rows that were missing or said something else
     * @param remaining differences that could not be mended
     * @param alarm what the last round came to
     * @param last what there is to say of the last run
     * @param waits whether what arrives waits for its stamp
     */
    record Page(
            UpkeepTask task,
            Optional<Instant> asked,
            Optional<Instant> begun,
            Instant ended,
            String place,
            long done,
            long total,
            long exposing,
            long mended,
            long remaining,
            long alarm,
            long bodies,
            String last,
            boolean waits) {}

    Page page(UpkeepTask task) {
        return jdbc.queryForObject(
                "select * from released.upkeep where task = ?",
                (row, number) -> new Page(
                        task,
                        Moments.in(row, "asked"),
                        Moments.in(row, "begun"),
                        Moments.in(row, "ended").orElseThrow(),
                        row.getString("place"),
                        row.getLong("done"),
                        row.getLong("total"),
                        row.getLong("exposing"),
                        row.getLong("mended"),
                        row.getLong("remaining"),
                        row.getLong("alarm"),
                        row.getLong("bodies"),
                        row.getString("last"),
                        row.getBoolean("waits")),
                task.name());
    }

    List<Page> pages() {
        return List.of(page(UpkeepTask.REBUILD), page(UpkeepTask.RECONCILE));
    }

    /** Asks for a run; false when one is asked for or at work already. */
    boolean ask(UpkeepTask task) {
        return jdbc.update(
                        """
                        update released.upkeep set asked = released.clock_now()
                        where task = ? and asked is null and begun is null
                        """,
                        task.name())
                == 1;
    }

    /** Whether this node may work on a task: it was asked for, broken off, or rested for long enough. */
    boolean take(UpkeepTask task, Optional<Duration> rest) {
        return jdbc.update(
                        """
                        update released.upkeep set holder = ?, held_until = released.clock_now() + make_interval(secs => ?)
                        where task = ? and (asked is not null or begun is not null
                          or ended + make_interval(secs => ?::float8) <= released.clock_now())
                        and (holder is null or holder = ? or held_until < released.clock_now())
                        """,
                        node,
                        LEASE.toSeconds(),
                        task.name(),
                        rest.map(Duration::toSeconds).orElse(null),
                        node)
                == 1;
    }

    /** Begins a run, or goes on with one that was broken off. */
    Page begin(UpkeepTask task, long total, boolean waits) {
        jdbc.update(
                """
                update released.upkeep set begun = released.clock_now(), total = ?, waits = ?, place = '', done = 0,
                  exposing = 0, mended = 0, remaining = 0
                where task = ? and begun is null
                """,
                total,
                waits,
                task.name());
        return page(task);
    }

    /** What came of some work. */
    record Step(long done, long exposing, long mended, long remaining) {}

    /**
     * Notes how far a run is, and goes on holding it.
     *
     * @throws IllegalStateException when another node took it over
     */
    void advance(UpkeepTask task, String place, Step step) {
        int held = jdbc.update(
                """
                update released.upkeep set place = ?, done = done + ?, exposing = exposing + ?, mended = mended + ?,
                  remaining = remaining + ?, alarm = greatest(alarm, exposing + remaining + ? + ?),
                  held_until = released.clock_now() + make_interval(secs => ?)
                where task = ? and holder = ?
                """,
                place,
                step.done(),
                step.exposing(),
                step.mended(),
                step.remaining(),
                step.exposing(),
                step.remaining(),
                LEASE.toSeconds(),
                task.name(),
                node);
        if (held == 0) {
            throw new IllegalStateException("Another node took over: " + task);
        }
    }

    /** Up to which of HAPI's numbers the bodies were compared. */
    void bodies(long number) {
        jdbc.update("update released.upkeep set bodies = ? where task = 'RECONCILE'", number);
    }

    /** Nothing waits any more, as far as nothing is left in the queue. */
    boolean stopWaiting() {
        jdbc.execute("lock table released.undecided in share row exclusive mode");
        return jdbc.update(
                        """
                        update released.upkeep set waits = false
                        where waits and not exists (select from released.undecided)
                        """)
                == 1;
    }

    /** Ends a run; the alarm is what this one came to. */
    Page end(UpkeepTask task, String last) {
        jdbc.update(
                """
                update released.upkeep set asked = null, begun = null, ended = released.clock_now(), last = ?,
                  alarm = exposing + remaining, holder = null, held_until = null
                where task = ? and holder = ?
                """,
                last,
                task.name(),
                node);
        if (task == UpkeepTask.RECONCILE) {
            // It has looked at all that the last rebuild wrote.
            jdbc.update("update released.upkeep set alarm = 0 where task = 'REBUILD'");
        }
        return page(task);
    }
}
