package nl.inzage.fhir.view;

import static nl.inzage.fhir.view.Examples.lab;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.inzage.policy.book.HospitalPolicy;
import nl.inzage.policy.book.PolicyBookReader;
import nl.inzage.policy.calendar.DutchCalendar;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.release.ReleaseTrack;
import nl.inzage.policy.release.ResultCategory;
import nl.inzage.policy.release.ResultFacts;
import nl.inzage.policy.release.ResultStage;
import nl.inzage.policy.release.ResultTimes;
import nl.inzage.policy.release.VersionHistory;
import nl.inzage.policy.release.VersionHistory.Version;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Corrections of a result, by a clock that the test sets. */
class VersionsInTheViewTest {

    private static final Instant BEGIN = Instant.parse("2026-11-02T09:00:00Z");
    private static final HospitalPolicy LINDE =
            new PolicyBookReader().readBuiltIn().require(new HospitalId("linde"));

    private final ViewFixture view = new ViewFixture();

    @BeforeEach
    void begin() {
        at(0);
    }

    @AfterEach
    void close() throws Exception {
        view.close();
    }

    @Test
    void a_correction_waits_for_its_own_release_and_what_was_seen_stays_until_then() {
        store(result -> {});
        assertThat(seenOn("", 6)).isEmpty();
        assertThat(seenOn("", 7)).containsExactly(1L);

        at(8);
        store(corrected -> corrected.setStatus(ObservationStatus.CORRECTED).setIssued(date(8)));
        assertThat(seenOn("", 14)).containsExactly(1L);
        assertThat(seenOn("", 15)).containsExactly(2L);
        assertThat(seenOn("linde", 8)).containsExactly(2L);
    }

    @Test
    void an_old_issue_moment_that_is_sent_along_does_not_show_a_correction_at_once() {
        store(result -> {});
        at(8);
        store(corrected -> corrected.setStatus(ObservationStatus.CORRECTED));

        assertThat(seenOn("", 14)).containsExactly(1L);
        assertThat(seenOn("", 15)).containsExactly(2L);
    }

    @Test
    void a_version_that_was_replaced_before_its_release_is_never_seen_and_not_kept() {
        store(result -> {});
        at(5);
        store(corrected -> corrected.setStatus(ObservationStatus.CORRECTED).setIssued(date(5)));

        assertThat(seenOn("", 8)).isEmpty();
        assertThat(seenOn("linde", 8)).containsExactly(2L);
        assertThat(seenOn("", 12)).containsExactly(2L);
        assertThat(view.writer().queryForList("select version from released.resource", Long.class))
                .containsExactly(2L);
    }

    @Test
    void what_was_entered_in_error_takes_all_versions_along_at_once() {
        store(result -> {});
        at(8);
        store(wrong -> wrong.setStatus(ObservationStatus.ENTEREDINERROR));

        assertThat(seenOn("", 8)).isEmpty();
        assertThat(seenOn("linde", 30)).isEmpty();
        assertThat(view.writer()
                        .queryForObject(
                                "select reasons[1] from released.resource where replaced is null", String.class))
                .isEqualTo("WITHDRAWN|");
    }

    @Test
    void a_delete_takes_all_versions_along_at_once() {
        store(result -> {});
        at(8);
        store(corrected -> corrected.setStatus(ObservationStatus.CORRECTED));
        view.delete(lab("o1", "anna", date(0)));

        assertThat(seenOn("", 8)).isEmpty();
        assertThat(view.writer().queryForList("select version from released.resource", Long.class))
                .isEmpty();
    }

    @Test
    void what_turns_out_to_be_somebody_elses_leaves_no_version_behind() {
        store(result -> {});
        at(8);
        store(moved -> moved.setSubject(new Reference("Patient/bram")).setStatus(ObservationStatus.CORRECTED));

        assertThat(seenOn("", 8)).isEmpty();
        assertThat(view.visibleTo("bram")).isEmpty();
        at(15);
        assertThat(view.visibleTo("bram")).containsExactly("Observation/o1");
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 25).mapToObj(Long::valueOf);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void at_every_moment_and_on_both_tracks_the_database_shows_what_the_rule_says(long seed) {
        Random chance = new Random(seed);
        List<Version> history = new ArrayList<>();
        Optional<Instant> knownBefore = Optional.empty();
        int day = 0;
        for (int i = 0; i < 4; i++) {
            at(day);
            ObservationStatus status = List.of(
                            ObservationStatus.FINAL,
                            ObservationStatus.CORRECTED,
                            ObservationStatus.PRELIMINARY,
                            ObservationStatus.ENTEREDINERROR)
                    .get(Math.max(0, chance.nextInt(7) - 3));
            Date issued = date(day - chance.nextInt(3));
            store(result -> result.setStatus(status).setIssued(issued));
            ResultTimes times = new ResultTimes(Optional.of(issued.toInstant()), moment(day));
            ResultFacts facts = ResultFacts.of(
                    Set.of(ResultCategory.LABORATORY),
                    Optional.of(DutchCalendar.dateOf(BEGIN)),
                    stage(status),
                    knownBefore.map(times::correcting).orElse(times));
            Version version = new Version(moment(day), LINDE.releaseOf(facts));
            history.add(version);
            knownBefore = version.release().fold(timed -> Optional.of(timed.known()), kept(knownBefore));
            int next = day + 1 + chance.nextInt(9);
            for (int look = day; look < next; look++) {
                compare(history, look);
            }
            day = next;
        }
        for (int look = day; look < day + 10; look++) {
            compare(history, look);
        }
    }

    private static <T, R> java.util.function.Function<T, R> kept(R value) {
        return withheld -> value;
    }

    private void compare(List<Version> history, int day) {
        for (ReleaseTrack track : ReleaseTrack.values()) {
            assertThat(seenOn(track == ReleaseTrack.EARLY ? "linde" : "", day))
                    .as("day %s, %s, %s", day, track, history)
                    .isEqualTo(new VersionHistory(history)
                            .seenAt(moment(day), track).stream()
                                    .map(place -> place + 1L)
                                    .toList());
        }
    }

    private static ResultStage stage(ObservationStatus status) {
        return switch (status) {
            case FINAL -> ResultStage.FINAL;
            case CORRECTED -> ResultStage.CORRECTED;
            case ENTEREDINERROR -> ResultStage.WITHDRAWN;
            default -> ResultStage.UNFINISHED;
        };
    }

    private void store(Consumer<Observation> change) {
        Observation result = lab("o1", "anna", date(0));
        change.accept(result);
        view.store(result);
    }

    private List<Long> seenOn(String earlyAt, int day) {
        at(day);
        return view.versionsVisibleTo("anna", earlyAt);
    }

    private void at(int day) {
        view.setClock(moment(day));
    }

    private static Instant moment(int day) {
        return BEGIN.plus(Duration.ofDays(day));
    }

    private static Date date(int day) {
        return Date.from(moment(day));
    }
}
