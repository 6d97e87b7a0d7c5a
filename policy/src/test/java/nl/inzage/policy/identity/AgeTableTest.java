package nl.inzage.policy.identity;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import nl.inzage.policy.table.DecisionTable;
import nl.inzage.policy.table.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AgeTableTest {

    static Stream<Row> ages() {
        return DecisionTable.rows("11-ages.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ages")
    void an_age_is_reached_at_midnight_of_the_birthday_in_the_netherlands(Row row) {
        BirthDate born = BirthDate.parse(row.text("born"));
        Instant now = row.moment("looked at");

        row.expect(Map.of(
                "band", Row.words(AgeBand.of(born, now)),
                "surely 12", Row.yesOrNo(born.hasSurelyReached(12, now)),
                "surely 16", Row.yesOrNo(born.hasSurelyReached(16, now)),
                "surely 18", Row.yesOrNo(born.hasSurelyReached(18, now))));
    }
}
