package nl.inzage.policy.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.inzage.policy.calendar.DutchCalendar;
import nl.inzage.policy.release.ReleaseDecision.Timed;
import nl.inzage.policy.table.DecisionTable;
import nl.inzage.policy.table.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GroupTableTest {

    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("report", "report from");
        COLUMNS.put("part A", "A from");
        COLUMNS.put("part B", "B from");
        COLUMNS.put("document", "document from");
    }

    static Stream<Row> groups() {
        return DecisionTable.rows("09-groups.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("groups")
    void a_group_is_seen_together_when_its_report_is_finished(Row row) {
        List<String> present = COLUMNS.keySet().stream()
                .filter(column -> row.given(column).isPresent())
                .toList();
        List<GroupMember> members = new ArrayList<>();
        present.forEach(column -> members.add(member(row, column)));

        List<ReleaseDecision> decisions = new GroupRelease().of(members, row.moment("decided on"));

        Map<String, String> answers = new LinkedHashMap<>();
        COLUMNS.values().forEach(column -> answers.put(column, "-"));
        for (int i = 0; i < present.size(); i++) {
            answers.put(
                    COLUMNS.get(present.get(i)),
                    row.written(ResultTableTest.on(decisions.get(i), ReleaseTrack.ORDINARY)));
        }
        row.expect(answers);
    }

    private static GroupMember member(Row row, String column) {
        GroupRole role = column.startsWith("part") ? GroupRole.PART : GroupRole.CARRIER;
        String stampedColumn = "stamped " + column.replace("part ", "");
        Optional<Timed> stamped = row.header().contains(stampedColumn)
                ? row.momentIfGiven(stampedColumn).map(moment -> new Timed(moment, moment, moment, List.of()))
                : Optional.empty();
        return new GroupMember(role, own(row, row.text(column)), stamped);
    }

    private static ReleaseDecision own(Row row, String cell) {
        return switch (cell) {
            case "not final" -> ReleaseDecision.withheld(ReleaseCause.NOT_FINAL, "");
            case "excluded" -> ReleaseDecision.withheld(ReleaseCause.EXCLUDED, "results.exclusions");
            case "withdrawn" -> ReleaseDecision.withheld(ReleaseCause.WITHDRAWN, "");
            default -> byRule(row, Row.momentOf(cell));
        };
    }

    private static ReleaseDecision byRule(Row row, Instant issued) {
        return row.policy()
                .releaseOf(ResultFacts.of(
                        Set.of(ResultCategory.CLINICAL_CHEMISTRY),
                        Optional.of(DutchCalendar.dateOf(issued)),
                        ResultStage.FINAL,
                        new ResultTimes(Optional.of(issued), issued)));
    }
}
