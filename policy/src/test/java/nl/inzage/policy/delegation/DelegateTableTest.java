package nl.inzage.policy.delegation;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import nl.inzage.policy.identity.BirthDate;
import nl.inzage.policy.release.EarlyChoice;
import nl.inzage.policy.table.DecisionTable;
import nl.inzage.policy.table.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DelegateTableTest {

    private static final Instant NOW = Row.momentOf("2026-11-10 09:30");
    private static final Instant TODAY = Row.momentOf("2026-11-10 00:00");

    static Stream<Row> gettingIn() {
        return DecisionTable.rows("12-delegates-getting-in.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("gettingIn")
    void a_delegate_gets_in_while_the_relation_holds(Row row) {
        DelegateRelation relation = new DelegateRelation(
                row.constant("kind", DelegateKind.class),
                row.midnightIfGiven("registered").orElseThrow(),
                row.midnightIfGiven("ends"),
                row.momentIfGiven("withdrawn"),
                row.midnightIfGiven("consented"));
        PatientStanding patient = new PatientStanding(
                BirthDate.parse(row.text("patient born")),
                row.constant("capacity", Capacity.class),
                row.yes("deceased"),
                new EarlyChoice(false, false));

        row.expect("gets in", "because", new DelegateAccess(row.policy().delegation()).of(relation, patient, NOW));
    }

    static Stream<Row> rights() {
        return DecisionTable.rows("13-delegates-rights.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rights")
    void a_delegate_may_do_what_the_hospital_lets_delegates_do(Row row) {
        DelegateRelation relation = new DelegateRelation(
                row.constant("kind", DelegateKind.class), TODAY, Optional.empty(), Optional.empty(), Optional.of(NOW));
        PatientStanding patient = new PatientStanding(
                BirthDate.parse(row.text("patient born")),
                row.constant("capacity", Capacity.class),
                false,
                new EarlyChoice(true, row.yes("opted in")));

        row.expect(
                "may",
                "because",
                row.policy().rightsOf(relation, patient, NOW).on(row.constant("right", DelegateRight.class)));
    }
}
