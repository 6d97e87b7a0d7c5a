package nl.inzage.policy.release;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.inzage.policy.calendar.DutchCalendar;
import nl.inzage.policy.identity.LocationId;
import nl.inzage.policy.table.DecisionTable;
import nl.inzage.policy.table.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResultTableTest {

    private static final Instant FINAL = Row.momentOf("2026-11-10 09:30");

    static Stream<Row> dayByDay() {
        return DecisionTable.rows("01-day-by-day.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dayByDay")
    void a_result_is_seen_from_the_day_that_its_hospital_and_its_patient_chose(Row row) {
        ReleaseDecision decision = row.policy()
                .releaseOf(ResultFacts.of(
                        row.constants("categories", ResultCategory.class),
                        Optional.of(DutchCalendar.dateOf(FINAL)),
                        ResultStage.FINAL,
                        new ResultTimes(Optional.of(FINAL), FINAL.plusSeconds(60))));
        ReleaseTrack track =
                row.policy().resultRules().early().track(Viewer.PATIENT, new EarlyChoice(true, row.yes("opted in")));

        Visibility visibility = Visibility.of(decision, track, row.moment("looked at"));
        row.expect(Map.of("sees it", Row.yesOrNo(visibility instanceof Visibility.Seen), "because", reasons(decision)));
    }

    static Stream<Row> startOfTheClock() {
        return DecisionTable.rows("02-start-of-the-clock.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("startOfTheClock")
    void the_clock_of_a_result_starts_when_it_became_final(Row row) {
        Instant received = row.moment("received");
        ReleaseDecision decision = row.policy()
                .releaseOf(ResultFacts.of(
                        row.constants("categories", ResultCategory.class),
                        Optional.of(DutchCalendar.dateOf(received)),
                        ResultStage.FINAL,
                        new ResultTimes(row.momentIfGiven("issued"), received)));

        row.expect(Map.of(
                "released", row.written(on(decision, ReleaseTrack.ORDINARY)),
                "early", row.written(on(decision, ReleaseTrack.EARLY)),
                "because", reasons(decision)));
    }

    static Stream<Row> shownAtAll() {
        return DecisionTable.rows("03-shown-at-all.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shownAtAll")
    void a_hospital_shows_the_results_that_it_says_it_shows(Row row) {
        ReleaseDecision decision = row.policy()
                .releaseOf(new ResultFacts(
                        row.constants("categories", ResultCategory.class),
                        row.constant("setting", CareSetting.class),
                        row.constant("requested by", RequestOrigin.class),
                        row.yes("research"),
                        row.given("location").map(LocationId::new),
                        row.dayIfGiven("examined"),
                        row.constant("status", ResultStage.class),
                        new ResultTimes(Optional.of(FINAL), FINAL)));

        row.expect(Map.of(
                "shown", Row.yesOrNo(decision.fold(timed -> true, withheld -> false)), "because", reasons(decision)));
    }

    static Stream<Row> clinician() {
        return DecisionTable.rows("10-clinician.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clinician")
    void the_last_word_of_the_clinician_counts_within_the_longest_term(Row row) {
        Instant known = row.moment("final on");
        Set<ResultCategory> categories = row.constants("categories", ResultCategory.class);
        ReleaseDecision byRule = row.policy()
                .releaseOf(ResultFacts.of(
                        categories,
                        Optional.of(DutchCalendar.dateOf(known)),
                        ResultStage.FINAL,
                        new ResultTimes(Optional.of(known), known)));
        ReleaseDecision heard = row.policy().heard(byRule, Acts.in(row.given("decisions")));

        row.expect(Map.of(
                "released", row.written(on(heard, ReleaseTrack.ORDINARY)),
                "early", row.written(on(heard, ReleaseTrack.EARLY)),
                "because", reasons(heard)));
    }

    static Optional<Instant> on(ReleaseDecision decision, ReleaseTrack track) {
        return decision.fold(timed -> Optional.of(timed.on(track)), withheld -> Optional.empty());
    }

    static String reasons(ReleaseDecision decision) {
        return decision.reasons().stream()
                .map(reason -> (Row.words(reason.cause()) + " " + reason.parameter()).strip())
                .collect(Collectors.joining("; "));
    }
}
