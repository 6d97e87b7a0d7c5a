package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.inzage.auth.desk.CredentialsMail;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import nl.inzage.auth.support.WrittenActs;
import nl.inzage.policy.login.WorkingDays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The account that the hospital makes itself: one for a patient, however often the form is sent. */
class MailedCredentialsTest {

    private final RunningServer server = RunningServer.shared();
    private final WrittenActs written = new WrittenActs(server);

    @AfterEach
    void theTimeIsNow() {
        server.sms().fail(false);
        server.clock().moveTo(Duration.ZERO);
    }

    @Test
    void of_eight_forms_at_once_one_makes_the_account() {
        StubPatient patient = StubPatient.of("mail-race", "mumc", StubPatient.numberOf("mail-race"), "1970-05-04");
        server.fhir().has(patient);
        Desk desk = Desk.of(People.DESK_MUMC, server);
        desk.open(patient);
        AtomicInteger form = new AtomicInteger();

        List<Answer> answers = Parallel.times(
                8, () -> desk.browser().submit("/balie/account-maken", fields(patient, form.incrementAndGet())));

        assertThat(server.count("account where fhir_id = 'mail-race'")).isEqualTo(1);
        assertThat(answers)
                .filteredOn(answer -> answer.body().contains("Het account is gemaakt"))
                .hasSize(1);
        assertThat(written.byEmployee(patient, "account_made", People.DESK_MUMC))
                .isOne();
    }

    @Test
    void the_mail_goes_when_two_working_days_passed_and_again_when_it_did_not_go() {
        StubPatient patient = made("mail-due");
        CredentialsMail mail = server.bean(CredentialsMail.class);
        Instant due = new WorkingDays(2, 3).from(server.clock().instant());
        Duration wait = Duration.between(server.clock().instant(), due);
        server.clock().moveTo(wait.minusMinutes(5));
        mail.sendDue();
        assertThat(server.sms().texts(patient.email())).isEmpty();

        server.sms().fail(true);
        server.clock().moveTo(wait.plusMinutes(5));
        mail.sendDue();
        server.sms().fail(false);
        mail.sendDue();
        assertThat(server.sms().texts(patient.email())).isEmpty();
        server.clock().moveTo(wait.plusMinutes(16));
        mail.sendDue();

        assertThat(server.sms().texts(patient.email())).hasSize(1);
        assertThat(server.count("account_event e join account a on a.id = e.account_id where a.fhir_id = 'mail-due'"
                        + " and act = 'credentials_mailed'"))
                .isOne();
    }

    @Test
    void who_got_a_password_on_paper_or_has_no_account_any_more_gets_no_mail() {
        StubPatient paper = made("mail-paper");
        StubPatient dead = made("mail-dead");
        StubPatient deadElsewhere = made("mail-dead-elsewhere");
        StubPatient chose = made("mail-chose");
        server.sql(
                "insert into account_event (hospital, act, account_id, at) select 'mumc', 'password_changed', id, now()"
                        + " from account where fhir_id = 'mail-chose'");
        Desk desk = Desk.of(People.DESK_MUMC, server);
        desk.open(paper);
        desk.browser().submit("/balie/wachtwoordbrief", Desk.identified(paper, Map.of("form", "1")));
        desk.open(dead);
        desk.browser().submit("/balie/sluiten", Map.of("patient", dead.id(), "died", "ja"));

        server.fhir().has(deadElsewhere.dead());

        server.mailCredentials();

        assertThat(server.sms().texts(deadElsewhere.email())).isEmpty();
        assertThat(server.sms().texts(chose.email())).isEmpty();
        assertThat(server.sms().texts(paper.email())).isEmpty();
        assertThat(server.sms().texts(dead.email())).isEmpty();
        assertThat(server.count(
                        "credentials_mail m join account a on a.id = m.account_id where a.fhir_id like 'mail-%'"))
                .isZero();
    }

    private StubPatient made(String id) {
        StubPatient patient = StubPatient.of(id, "mumc", StubPatient.numberOf(id), "1970-05-04");
        server.fhir().has(patient);
        Desk.of(People.DESK_MUMC, server).enrol(patient, Map.of("email", patient.email(), "consent", "ja"));
        return patient;
    }

    private static Map<String, String> fields(StubPatient patient, int form) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("patient", patient.id());
        fields.put("form", "form-" + form);
        fields.put("channel", "desk");
        fields.put("document", "passport");
        fields.put("seen", "ja");
        fields.put("consent", "ja");
        fields.put("phone", patient.phone());
        fields.put("email", patient.email());
        fields.put("language", "nl");
        return fields;
    }
}
