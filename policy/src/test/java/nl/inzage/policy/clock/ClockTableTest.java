package nl.inzage.policy.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import nl.inzage.policy.table.DecisionTable;
import nl.inzage.policy.table.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClockTableTest {

    private final ClockTrust trust = new ClockTrust(Duration.ofMinutes(2));

    static Stream<Row> clock() {
        return DecisionTable.rows("14-clock.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clock")
    void a_clock_that_jumps_releases_nothing(Row row) {
        Instant says = row.moment("database says");
        ClockState after =
                switch (row.text("event")) {
                    case "begin" -> trust.begin(says);
                    case "confirm" -> trust.confirm(says);
                    case "start" -> trust.resume(state(row.text("before")), says, Duration.ofDays(1));
                    default -> trust.observe(state(row.text("before")), says, minutes(row.text("event")));
                };

        row.expect(Map.of("then", written(after)));
    }

    private static ClockState state(String text) {
        Instant moment = Row.momentOf(text.substring(text.indexOf(' ') + 1));
        return text.startsWith("frozen") ? new ClockState.Frozen(moment, moment) : new ClockState.Trusted(moment);
    }

    private static String written(ClockState state) {
        return state.fold(trusted -> "trusted ", frozen -> "frozen ") + Row.written(state.releasesAt());
    }

    private static Duration minutes(String event) {
        return Duration.ofMinutes(Long.parseLong(event.replaceFirst(" .*", "")));
    }
}
