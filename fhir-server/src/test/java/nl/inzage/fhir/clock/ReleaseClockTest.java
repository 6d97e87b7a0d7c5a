package nl.inzage.fhir.clock;

import static nl.inzage.fhir.view.Examples.lab;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import nl.inzage.fhir.view.ViewFixture;
import nl.inzage.policy.clock.ClockState;
import nl.inzage.policy.clock.ClockTrust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A result that waits for 9 November 09:00, and a clock of the database that the test sets. */
class ReleaseClockTest {

    private static final Instant ISSUED = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant NOW = ISSUED.plus(Duration.ofDays(5));

    private final ViewFixture view = new ViewFixture();
    private final AtomicLong nanos = new AtomicLong();
    private final ReleaseClock clock = node();

    @BeforeEach
    void begin() {
        view.setClock(NOW);
        view.writer().update("delete from released.clock");
        clock.begin();
        clock.look();
        view.store(lab("o1", "anna", Date.from(ISSUED)));
    }

    @AfterEach
    void close() throws SQLException {
        view.close();
    }

    private ReleaseClock node() {
        return new ReleaseClock(
                view.writer(),
                view.transactions(),
                new ClockTrust(Duration.ofMinutes(2)),
                Duration.ofDays(1),
                nanos::get);
    }

    @Test
    void the_release_comes_when_time_really_went_by() {
        for (int hour = 1; hour <= 48; hour++) {
            assertThat(view.visibleTo("anna")).isEmpty();
            goesBy(Duration.ofHours(1));
            clock.look();
        }
        assertThat(view.visibleTo("anna")).containsExactly("Observation/o1");
    }

    @Test
    void a_jump_of_the_clock_releases_nothing_before_and_after_it_was_noticed() {
        view.setClock(NOW.plus(Duration.ofDays(30)));
        assertThat(view.visibleTo("anna")).isEmpty();

        clock.look();
        assertThat(view.visibleTo("anna")).isEmpty();
        assertThat(clock.state()).contains(new ClockState.Frozen(NOW, NOW.plus(Duration.ofDays(30))));
    }

    @Test
    void a_frozen_clock_stays_frozen_after_a_restart_and_until_an_operator_confirms_the_time() {
        Instant jumped = NOW.plus(Duration.ofDays(30));
        view.setClock(jumped);
        clock.look();

        ReleaseClock restarted = node();
        restarted.begin();
        restarted.look();
        assertThat(view.visibleTo("anna")).isEmpty();
        assertThat(restarted.confirm(NOW)).isFalse();
        assertThat(view.visibleTo("anna")).isEmpty();
        assertThat(restarted.confirm(jumped.plusSeconds(30))).isTrue();
        assertThat(view.visibleTo("anna")).containsExactly("Observation/o1");
    }

    @Test
    void a_clock_that_is_set_back_hides_nothing_that_was_shown() {
        goesBy(Duration.ofDays(3));
        clock.look();
        assertThat(view.visibleTo("anna")).isNotEmpty();

        view.setClock(NOW.minus(Duration.ofDays(300)));
        assertThat(view.visibleTo("anna")).isNotEmpty();
        clock.look();
        assertThat(view.visibleTo("anna")).isNotEmpty();
    }

    @Test
    void while_nobody_looks_the_clock_is_believed_for_the_lease_only() {
        view.setClock(ISSUED.plus(Duration.ofDays(7)));
        assertThat(view.visibleTo("anna")).isEmpty();
        assertThat(view.writer()
                        .queryForObject("select released.moment() - releases_at from released.clock", String.class))
                .isEqualTo("00:00:10");
    }

    @Test
    void a_start_after_a_night_is_believed_and_one_after_a_month_is_not() {
        view.setClock(NOW.plus(Duration.ofHours(10)));
        ReleaseClock morning = node();
        morning.begin();
        morning.look();
        assertThat(morning.state()).contains(new ClockState.Trusted(NOW.plus(Duration.ofHours(10))));

        view.setClock(NOW.plus(Duration.ofDays(30)));
        ReleaseClock later = node();
        later.begin();
        later.look();
        assertThat(later.state().flatMap(ReleaseClock::claimed)).isPresent();
    }

    @Test
    void a_node_that_starts_beside_others_leaves_it_to_them_to_judge() {
        ReleaseClock second = node();
        second.begin();
        clock.look();
        view.setClock(NOW.plus(Duration.ofHours(20)));
        second.look();
        assertThat(second.state()).contains(new ClockState.Trusted(NOW));
        clock.look();
        assertThat(second.state().flatMap(ReleaseClock::claimed)).isPresent();
    }

    @Test
    void what_arrives_while_the_clock_is_ahead_gets_no_release_of_the_past_and_is_put_right_when_it_is() {
        view.setClock(NOW.plus(Duration.ofDays(30)));
        clock.look();
        view.store(lab("o2", "anna", null));
        assertThat(receivedOf("o2")).contains(NOW.plus(Duration.ofDays(30)));

        view.setClock(NOW);
        assertThat(clock.confirm(NOW)).isTrue();
        assertThat(receivedOf("o2")).contains(NOW);
    }

    private Optional<Instant> receivedOf(String id) {
        return view
                .writer()
                .query(
                        "select received from released.resource where id = ?",
                        (row, number) -> row.getTimestamp("received").toInstant(),
                        id)
                .stream()
                .findFirst();
    }

    private void goesBy(Duration time) {
        nanos.addAndGet(time.toNanos());
        Instant now = view.now().plus(time);
        view.setClock(now);
    }
}
