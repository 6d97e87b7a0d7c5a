package nl.inzage.policy.medication;

import static org.assertj.core.api.Assertions.assertThat;

import nl.inzage.policy.ruling.Ruling;
import org.junit.jupiter.api.Test;

class RepeatRulesTest {

    @Test
    void a_hospital_that_offers_no_repeats_refuses_marked_medicines_too() {
        RepeatRules rules = new RepeatRules(false, true, true, RepeatRules.Recipient.SPECIALTY);

        assertThat(rules.mayRequest(true)).isEqualTo(Ruling.refused(RepeatRules.Reason.NOT_OFFERED));
    }

    @Test
    void a_hospital_can_offer_repeats_of_all_medicines() {
        RepeatRules rules = new RepeatRules(true, false, true, RepeatRules.Recipient.PHARMACY);

        assertThat(rules.mayRequest(false)).isEqualTo(Ruling.allowed(RepeatRules.Reason.OFFERED));
    }
}
