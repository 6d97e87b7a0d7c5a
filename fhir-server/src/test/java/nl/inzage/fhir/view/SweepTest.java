package nl.inzage.fhir.view;

import static nl.inzage.fhir.view.Examples.lab;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions that were replaced, days after nobody sees them any more. */
class SweepTest {

    private static final Instant BEGIN = Instant.parse("2026-11-02T09:00:00Z");

    private final ViewFixture view = new ViewFixture();
    private final Sweep sweep = new Sweep(view.writer(), view.transactions());

    @BeforeEach
    void aResultThatIsCorrectedAfterItWasSeen() {
        at(0);
        view.store(result(0, ObservationStatus.FINAL));
        at(8);
        view.store(result(8, ObservationStatus.CORRECTED));
    }

    @AfterEach
    void close() throws Exception {
        view.close();
    }

    @Test
    void a_version_goes_when_its_time_is_over_on_both_tracks_and_nobody_sees_a_difference() {
        for (int day = 9; day < 20; day++) {
            at(day);
            List<List<Long>> before = seen();
            long swept = sweep.run();
            assertThat(swept).as("day %s", day).isEqualTo(day == 16 ? 1 : 0);
            assertThat(seen()).isEqualTo(before);
        }
        assertThat(view.writer().queryForList("select source_version from released.link", Long.class))
                .doesNotContain(1L);
        assertThat(view.writer().queryForList("select version from released.stamp", Long.class))
                .containsExactly(2L);
    }

    @Test
    void what_a_withdrawal_closed_stays_because_a_later_version_may_open_it_again() {
        at(9);
        view.store(result(9, ObservationStatus.ENTEREDINERROR));
        at(30);

        assertThat(sweep.run()).isZero();
        view.store(result(30, ObservationStatus.CORRECTED));
        assertThat(seen()).contains(List.of(1L));
    }

    @Test
    void nothing_goes_while_its_hospital_is_stamped_anew() {
        at(20);
        view.writer().update("insert into released.policy values ('linde', 'new', ?)", Moments.utc(day(9)));

        assertThat(sweep.run()).isZero();
        assertThat(seen()).contains(List.of(1L));
    }

    /** On the ordinary and on the early track. */
    private List<List<Long>> seen() {
        List<List<Long>> seen = new ArrayList<>();
        seen.add(view.versionsVisibleTo("anna", ""));
        seen.add(view.versionsVisibleTo("anna", "linde"));
        return seen;
    }

    private static Observation result(int day, ObservationStatus status) {
        Observation result = lab("o1", "anna", Date.from(day(day)));
        result.setStatus(status);
        result.setEncounter(new Reference("Encounter/e1"));
        return result;
    }

    private void at(int day) {
        view.setClock(day(day));
    }

    private static Instant day(int day) {
        return BEGIN.plus(Duration.ofDays(day));
    }
}
