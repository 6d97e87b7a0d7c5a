package nl.inzage.policy.appointment;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import nl.inzage.policy.ruling.Ruling;
import nl.inzage.policy.table.DecisionTable;
import nl.inzage.policy.table.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CareTableTest {

    private static final Instant NOW = Row.momentOf("2026-11-10 09:30");

    static Stream<Row> appointments() {
        return DecisionTable.rows("22-appointments.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("appointments")
    void an_appointment_can_be_booked_cancelled_and_joined_in_time(Row row) {
        AppointmentRules rules = row.policy().appointments();
        Instant moment = row.moment("moment");
        Instant now = row.moment("now");
        Ruling<? extends Enum<?>> ruling =
                switch (row.text("what")) {
                    case "cancel" -> rules.cancelling().mayCancel(moment, row.yes("booked by patient"), now);
                    case "book" -> rules.mayBook(moment, now);
                    default -> rules.mayJoinVideo(moment, moment.plus(Duration.ofMinutes(30)), now);
                };

        row.expect("may", "because", ruling);
    }

    static Stream<Row> messages() {
        return DecisionTable.rows("23-messages.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void a_patient_writes_to_who_treats_the_patient(Row row) {
        row.expect("may", "because", row.policy().messages().mayWrite(row.momentIfGiven("last appointment"), NOW));
    }

    static Stream<Row> repeats() {
        return DecisionTable.rows("24-repeat-prescriptions.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("repeats")
    void a_repeat_is_asked_for_marked_medicines(Row row) {
        row.expect("may", "because", row.policy().medication().repeat().mayRequest(row.yes("marked")));
    }
}
