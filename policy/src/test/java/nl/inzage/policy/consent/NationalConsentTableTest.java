package nl.inzage.policy.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import nl.inzage.policy.book.PolicyBookReader;
import nl.inzage.policy.identity.BirthDate;
import nl.inzage.policy.table.DecisionTable;
import nl.inzage.policy.table.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NationalConsentTableTest {

    private static final Instant NOW = Row.momentOf("2026-11-10 09:30");

    private final NationalConsentRules rules =
            new PolicyBookReader().readBuiltIn().nationalConsent().orElseThrow();

    static Stream<Row> children() {
        return DecisionTable.rows("30-national-consent.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("children")
    void a_parent_records_below_twelve_and_confirms_below_sixteen(Row row) {
        BirthDate born = BirthDate.parse(row.text("born"));
        ChildConsentRules.Recorder recorder = row.constant("recorded by", ChildConsentRules.Recorder.class);

        row.expect("may record", "because", rules.children().mayRecord(recorder, born, NOW));
        row.expect(
                "counts",
                "counts because",
                rules.children()
                        .counts(
                                recorder,
                                row.constant("parent said", ChildConsentRules.Confirmation.class),
                                born,
                                NOW));
    }

    @Test
    void who_chose_nothing_did_not_consent() {
        assertThat(rules.withoutChoice()).isEqualTo(NationalConsentRules.WithoutChoice.NO_CONSENT);
    }

    @Test
    void the_link_code_is_short_and_lasts_a_day() {
        assertThat(rules.children().linkCode()).isEqualTo(new ChildConsentRules.LinkCode(8, 1, Duration.ofHours(24)));
    }
}
