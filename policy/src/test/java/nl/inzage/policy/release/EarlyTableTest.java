package nl.inzage.policy.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import nl.inzage.policy.identity.BirthDate;
import nl.inzage.policy.table.DecisionTable;
import nl.inzage.policy.table.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EarlyTableTest {

    private static final Instant NOW = Row.momentOf("2026-11-10 09:30");

    static Stream<Row> choosing() {
        return DecisionTable.rows("06-choosing-early-results.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("choosing")
    void only_the_patient_chooses_to_see_results_right_away(Row row) {
        row.expect(
                "may",
                "because",
                row.policy()
                        .resultRules()
                        .early()
                        .maySwitch(row.constant("who", Viewer.class), BirthDate.parse(row.text("patient born")), NOW));
    }

    static Stream<Row> seeing() {
        return DecisionTable.rows("07-seeing-early-results.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeing")
    void the_choice_counts_for_the_patient_and_for_delegates_of_who_chose(Row row) {
        EarlyRules rules = row.policy().resultRules().early();
        Viewer viewer = row.constant("who", Viewer.class);
        EarlyChoice choice = new EarlyChoice(row.yes("patient has account"), row.yes("opted in"));

        row.expect("sees early", "because", rules.seesEarly(viewer, choice));
        assertThat(rules.track(viewer, choice))
                .isEqualTo(row.yes("sees early") ? ReleaseTrack.EARLY : ReleaseTrack.ORDINARY);
    }
}
