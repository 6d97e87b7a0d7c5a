package nl.inzage.policy.login;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.inzage.policy.identity.BirthDate;
import nl.inzage.policy.ruling.Ruling;
import nl.inzage.policy.table.DecisionTable;
import nl.inzage.policy.table.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoginTableTest {

    static Stream<Row> lockout() {
        return DecisionTable.rows("20-lockout.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lockout")
    void failures_lead_to_waiting_or_to_a_block(Row row) {
        int time = Integer.parseInt(row.text("time"));
        AccountRules rules = row.policy().account();
        LockoutOutcome outcome = row.text("wrong").equals("answer")
                ? rules.recovery().afterWrongAnswer(time, rules.lockout().unlockedBy())
                : rules.lockout().after(row.constant("wrong", LockoutCause.class), time);

        row.expect(Map.of("then", written(outcome)));
    }

    static Stream<Row> staff() {
        return DecisionTable.rows("31-staff-lockout.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("staff")
    void staff_wait_and_are_blocked_at_every_hospital(Row row) {
        LockoutOutcome outcome = row.policy()
                .account()
                .forStaff()
                .lockout()
                .after(row.constant("wrong", LockoutCause.class), Integer.parseInt(row.text("time")));

        row.expect(Map.of("then", written(outcome)));
    }

    static Stream<Row> enrolment() {
        return DecisionTable.rows("29-enrolment.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("enrolment")
    void an_employee_enrols_who_shows_what_the_hospital_asks(Row row) {
        row.expect(
                "may",
                "because",
                row.policy()
                        .account()
                        .enrolment()
                        .mayEnrol(
                                new Identification(
                                        row.constant("channel", EnrolmentChannel.class),
                                        row.constant("shows", IdentityDocument.class)),
                                row.yes("signed")));
    }

    static Stream<Row> newCodes() {
        return DecisionTable.rows("35-new-code.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("newCodes")
    void a_new_code_is_given_where_the_hospital_has_it(Row row) {
        boolean may = row.policy().account().activation().mayReissue(row.constant("channel", EnrolmentChannel.class));

        row.expect(Map.of("may", Row.yesOrNo(may)));
    }

    static Stream<Row> mails() {
        return DecisionTable.rows("34-credentials-by-mail.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void credentials_are_mailed_after_working_days(Row row) {
        int days = Integer.parseInt(row.text("working days"));
        WorkingDays wait = days == 0
                ? new WorkingDays(0, 1)
                : row.policy().account().enrolment().credentialsByMail().orElseThrow();

        row.expect(Map.of(
                "working days",
                Integer.toString(wait.atLeast()),
                "mailed",
                Row.written(wait.from(row.moment("made")))));
    }

    static Stream<Row> names() {
        return DecisionTable.rows("32-forgotten-user-names.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void a_forgotten_user_name_is_asked_for_in_the_hospitals_own_way(Row row) {
        boolean married = row.yes("married");
        PatientName petra = new PatientName(
                "PM",
                "Linden",
                Optional.of("Boer").filter(partner -> married),
                married ? "van der Linden-de Boer" : "van der Linden");
        boolean known = row.policy().account().recovery().names(row.text("initials"), row.text("surname"), petra);

        row.expect(Map.of("known", Row.yesOrNo(known)));
    }

    static Stream<Row> codes() {
        return DecisionTable.rows("21-codes.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    void a_code_is_used_once_and_in_time(Row row) {
        Instant issued = row.moment("issued");
        Instant now = row.moment("used on");
        int before = Integer.parseInt(row.text("used before"));
        Ruling<? extends Enum<?>> ruling = row.text("code").equals("share")
                ? row.policy().sharing().mayUse(issued, before, now)
                : row.policy().account().activation().mayUse(issued, before > 0, now);

        row.expect("may", "because", ruling);
    }

    static Stream<Row> ownAccount() {
        return DecisionTable.rows("26-own-account.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ownAccount")
    void an_account_of_ones_own_begins_at_a_birthday(Row row) {
        row.expect(
                "may",
                "because",
                row.policy()
                        .account()
                        .login()
                        .mayHaveAccount(BirthDate.parse(row.text("born")), Row.momentOf("2026-11-10 09:30")));
    }

    static Stream<Row> digidLevels() {
        return DecisionTable.rows("27-digid-levels.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("digidLevels")
    void a_login_with_digid_needs_the_level_of_the_hospital(Row row) {
        row.expect(
                "may",
                "because",
                row.policy().account().login().digid().accepts(row.constant("level", DigidLevel.class)));
    }

    static Stream<Row> digidEnrolment() {
        return DecisionTable.rows("28-account-with-digid.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("digidEnrolment")
    void an_account_is_made_with_digid_where_the_conditions_are_met(Row row) {
        row.expect(
                "may",
                "because",
                row.policy()
                        .account()
                        .login()
                        .mayEnrolWithDigid(
                                BirthDate.parse(row.text("born")),
                                row.text("verified").equals("yes"),
                                Row.momentOf("2026-11-10 09:30")));
    }

    static Stream<Row> digidReturn() {
        return DecisionTable.rows("33-coming-back-with-digid.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("digidReturn")
    void who_has_an_account_comes_in_with_digid_while_the_conditions_hold(Row row) {
        row.expect(
                "may",
                "because",
                row.policy()
                        .account()
                        .login()
                        .mayComeInWithDigid(
                                row.text("known").equals("yes"),
                                row.text("verified").equals("yes")));
    }

    static Stream<Row> telephoneNumbers() {
        return DecisionTable.rows("25-telephone-numbers.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("telephoneNumbers")
    void codes_go_to_the_telephone_numbers_that_the_hospital_takes(Row row) {
        row.expect("may", "because", row.policy().account().login().phone().accepts(row.text("number")));
    }

    private static String written(LockoutOutcome outcome) {
        if (outcome instanceof LockoutOutcome.Wait wait) {
            return "wait " + wait.delay().toMinutes() + " minutes";
        }
        if (outcome instanceof LockoutOutcome.AccountBlocked blocked) {
            return "account blocked until " + Row.words(blocked.unlockedBy());
        }
        if (outcome instanceof LockoutOutcome.TryAgain again) {
            return again.hint() ? "try again, with a hint" : "try again";
        }
        return "password blocked";
    }
}
