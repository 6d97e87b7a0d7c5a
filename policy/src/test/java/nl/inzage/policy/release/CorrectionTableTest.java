package nl.inzage.policy.release;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.inzage.policy.calendar.DutchCalendar;
import nl.inzage.policy.release.VersionHistory.Version;
import nl.inzage.policy.table.DecisionTable;
import nl.inzage.policy.table.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorrectionTableTest {

    private static final List<String> NAMES = List.of("first", "correction");

    static Stream<Row> corrections() {
        return DecisionTable.rows("08-corrections.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corrections")
    void a_correction_is_seen_from_its_own_release_and_hides_nothing_before(Row row) {
        Instant first = row.moment("first issued");
        Instant received = row.moment("correction received");
        ResultTimes corrected =
                new ResultTimes(Optional.of(row.moment("correction issued")), received).correcting(first);
        VersionHistory history = new VersionHistory(List.of(
                version(row, first, ResultStage.FINAL, new ResultTimes(Optional.of(first), first)),
                version(row, received, row.constant("correction status", ResultStage.class), corrected)));
        ReleaseTrack track =
                row.policy().resultRules().early().track(Viewer.PATIENT, new EarlyChoice(true, row.yes("opted in")));

        String seen =
                history.seenAt(row.moment("looked at"), track).map(NAMES::get).orElse("nothing");
        row.expect(Map.of("sees", seen));
    }

    private static Version version(Row row, Instant received, ResultStage stage, ResultTimes times) {
        ResultFacts facts = ResultFacts.of(
                Set.of(ResultCategory.CLINICAL_CHEMISTRY), Optional.of(DutchCalendar.dateOf(received)), stage, times);
        return new Version(received, row.policy().releaseOf(facts));
    }
}
