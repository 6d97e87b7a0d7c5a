package nl.inzage.policy.release;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.inzage.policy.dossier.DossierEntry;
import nl.inzage.policy.identity.LocationId;
import nl.inzage.policy.table.DecisionTable;
import nl.inzage.policy.table.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetterAndEntryTableTest {

    private static final Instant RECEIVED = Row.momentOf("2026-11-03 10:00");

    static Stream<Row> startOfTheDossier() {
        return DecisionTable.rows("04-start-of-the-dossier.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("startOfTheDossier")
    void the_dossier_is_shown_from_the_day_that_its_hospital_says(Row row) {
        DossierEntry entry = new DossierEntry(
                row.dayIfGiven("date"), row.given("location").map(LocationId::new), row.yes("older agreement"));
        ReleaseDecision decision = row.policy().releaseOf(entry, RECEIVED);

        boolean atOnce = decision.fold(timed -> timed.ordinary().equals(RECEIVED), withheld -> false);
        row.expect(Map.of("shown", Row.yesOrNo(atOnce), "because", ResultTableTest.reasons(decision)));
    }

    static Stream<Row> letters() {
        return DecisionTable.rows("05-letters.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("letters")
    void a_letter_is_shown_by_its_direction_and_its_embargo(Row row) {
        ReleaseDecision decision = row.policy()
                .releaseOf(new LetterFacts(
                        row.constant("direction", LetterDirection.class),
                        row.yes("oncology"),
                        new DossierEntry(row.dayIfGiven("dated"), Optional.empty(), false),
                        row.constant("status", ResultStage.class),
                        new ResultTimes(row.momentIfGiven("issued"), RECEIVED)));

        row.expect(Map.of(
                "released", row.written(ResultTableTest.on(decision, ReleaseTrack.EARLY)),
                "because", ResultTableTest.reasons(decision)));
    }
}
