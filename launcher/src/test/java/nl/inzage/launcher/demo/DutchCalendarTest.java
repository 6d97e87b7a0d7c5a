package nl.inzage.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import nl.inzage.launcher.demo.people.DutchCalendar;
import nl.inzage.launcher.demo.people.When;
import org.junit.jupiter.api.Test;

/** How the dates of the data are counted. The first start is a Sunday evening. */
class DutchCalendarTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);

    private final DutchCalendar calendar = new DutchCalendar(Instant.parse("2026-11-22T20:00:00Z"));

    @Test
    void a_date_is_itself() {
        assertThat(calendar.day(new When("1968-03-14"))).isEqualTo(LocalDate.of(1968, 3, 14));
    }

    @Test
    void a_distance_counts_from_the_first_start() {
        assertThat(calendar.day(new When("-8y5m"))).isEqualTo(LocalDate.of(2018, 6, 22));
        assertThat(calendar.day(new When("+2w"))).isEqualTo(LocalDate.of(2026, 12, 6));
    }

    @Test
    void what_was_in_a_weekend_moves_to_friday_and_what_will_be_to_monday() {
        assertThat(calendar.workingMoment(new When("-1d"), NINE).toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(calendar.workingMoment(new When("+2w"), NINE).toLocalDate()).isEqualTo(LocalDate.of(2026, 12, 7));
    }

    @Test
    void a_time_of_day_is_dutch() {
        assertThat(calendar.workingMoment(new When("-3d 08:15"), NINE))
                .hasToString("2026-11-19T08:15+01:00[Europe/Amsterdam]");
    }

    @Test
    void a_result_is_issued_on_the_next_working_day_but_never_after_the_start() {
        assertThat(calendar.usualIssue(calendar.workingMoment(new When("-2d"), NINE)))
                .hasToString("2026-11-22T21:00+01:00[Europe/Amsterdam]");
        assertThat(calendar.usualIssue(calendar.workingMoment(new When("-4d"), NINE))
                        .toLocalDate())
                .isEqualTo(LocalDate.of(2026, 11, 19));
    }

    @Test
    void a_typing_error_is_told() {
        assertThatThrownBy(() -> new When("3 days ago")).hasMessageContaining("3 days ago");
        assertThatThrownBy(() -> calendar.day(new When("2026-02-30"))).hasMessageContaining("2026-02-30");
    }
}
