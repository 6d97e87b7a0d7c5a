package nl.inzage.auth.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import nl.inzage.browser.Browsing;
import nl.inzage.browser.Chromium;
import nl.inzage.policy.login.WorkingDays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Getting in at Maastricht UMC+: credentials by e-mail after a signed statement, and waits that grow. */
@ExtendWith(Chromium.class)
class MumcJourneyTest {

    private static final String OWN = "Groene kikker op een steen";
    private static final String NEW = "Zwarte raaf boven de dijk";

    private final RunningServer server = RunningServer.shared();

    @AfterEach
    void theTimeIsNow() {
        server.clock().moveTo(Duration.ZERO);
    }

    @InDutchFirst
    void credentials_by_mail_lead_to_a_password_of_ones_own(String language, Browsing browsing) {
        Words words = new Words(language);
        StubPatient patient = Registered.at("mumc", "mail", words, server);
        try (DeskEmployee desk = new DeskEmployee(browsing, server, words, People.DESK_MUMC)) {
            desk.search(patient);
            signsTheStatement(desk.visitor(), patient, mailDay(words));
        }
        Credentials mailed = Credentials.mailedTo(patient, server);
        String name = mailed.username();
        try (Patient petra = new Patient(browsing, server, words, patient)) {
            petra.comesFromPortal()
                    .givesPassword(name, mailed.temporaryPassword())
                    .isAt("code.title");
            petra.visitor().fill("code", petra.sms()).press("code.submit");
            new ForgottenPassword(petra).another(OWN);
            petra.logsIn(name, OWN);
            new OwnAccount(server, petra).open().password(OWN, NEW);
            petra.visitor().open("/account").doesNotSee("question.title");
            petra.logsOut();

            isMailedATemporaryPassword(petra, name);
            new ForgottenUsername(server, petra).isAskedAtTheDesk();
        }
    }

    private String mailDay(Words words) {
        return words.day(new WorkingDays(2, 3).from(server.clock().instant()));
    }

    private static void signsTheStatement(Visitor desk, StubPatient patient, String day) {
        desk.sees("desk.mail.make")
                .looks("balie-patient")
                .fill("maken-email", "")
                .press("desk.mail.submit")
                .isToldBeside("maken-document", "desk.document.missing")
                .isToldBeside("maken-email", "desk.email.missing")
                .looks("balie-patient-niets-ingevuld");
        desk.tick("desk.document.words.passport")
                .tick("desk.seen")
                .fill("maken-phone", patient.phone())
                .fill("maken-email", patient.email())
                .press("desk.mail.submit")
                .isToldBeside("maken-consent", "desk.refused.consent_not_signed")
                .looks("balie-patient-niet-ondertekend");
        desk.tick("desk.document.words.passport")
                .tick("desk.seen")
                .tick("desk.consent")
                .fill("maken-phone", patient.phone())
                .fill("maken-email", patient.email())
                .press("desk.mail.submit")
                .sees("desk.notice.made")
                .seesText(day)
                .looks("balie-account-gemaakt");
    }

    private void isMailedATemporaryPassword(Patient petra, String name) {
        Visitor visitor = petra.visitor();
        visitor.open("/inloggen").follow("login.forgotten.password").isAt("recovery.password.title");
        visitor.fill("username", name)
                .press("activate.next")
                .sees("recovery.email.lead")
                .looks("wachtwoord-email")
                .press("recovery.email.submit")
                .isToldBeside("email", "activate.email.form")
                .looks("wachtwoord-email-niets-ingevuld");
        visitor.fill("email", "iemand.anders@example.org")
                .press("recovery.email.submit")
                .sees("recovery.email.sent")
                .looks("wachtwoord-email-verstuurd");
        visitor.fill("email", petra.who().email())
                .press("recovery.email.submit")
                .sees("recovery.email.sent");
        String mail = Mailbox.of(petra.who(), server).waitsFor("24 uur");
        assertThat(server.sms().texts("iemand.anders@example.org")).isEmpty();
        petra.comesFromPortal().givesPassword(name, mail.replaceAll("(?s).* is ([a-z2-9]{16}) .*", "$1"));
        visitor.isAt("code.title")
                .fill("code", petra.sms())
                .press("code.submit")
                .isAt("newpassword.title");
    }

    @InDutchFirst
    void wrong_passwords_and_codes_make_one_wait_ever_longer(String language, Browsing browsing) {
        Words words = new Words(language);
        StubPatient patient = Registered.at("mumc", "wachten", words, server);
        Desk.of(People.DESK_MUMC, server).enrol(patient, Map.of("email", patient.email(), "consent", "ja"));
        Credentials mailed = Credentials.mailedTo(patient, server);
        String name = mailed.username();
        try (Patient petra = new Patient(browsing, server, words, patient)) {
            petra.comesFromPortal()
                    .givesWrongPassword(name, 2)
                    .isToldAbove("login.error.wait", 1)
                    .looks("inloggen-wacht-1-minuut");
            petra.givesPassword(name, mailed.temporaryPassword()).isToldAbove("login.error.wait", 1);
            server.clock().moveTo(Duration.ofSeconds(61));
            petra.givesWrongPassword(name, 1).isToldAbove("login.error.wait", 2).looks("inloggen-wacht-2-minuten");
            server.clock().moveTo(Duration.ofMinutes(4));

            petra.givesPassword(name, mailed.temporaryPassword()).isAt("code.title");
            Login login = new Login(petra);
            login.wrongCode().isToldBeside("code", "code.error.wrong").looks("code-verkeerd");
            login.wrongCode().isToldBeside("code", "code.error.wait", 1).looks("code-wacht-1-minuut");
            server.clock().moveTo(Duration.ofMinutes(10));
            petra.visitor()
                    .fill("code", petra.sms())
                    .press("code.submit")
                    .isToldBeside("code", "code.error.expired")
                    .looks("code-te-oud");
        }
    }
}
