package nl.inzage.auth.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.inzage.auth.support.Enrolling;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.PhoneApp;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import nl.inzage.browser.Browsing;
import nl.inzage.browser.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Getting in with more than a code by SMS: an app that makes codes, a recovery code, and a passkey. */
@ExtendWith(Chromium.class)
class OtherFactorsJourneyTest {

    private final RunningServer server = RunningServer.shared();

    @AfterEach
    void theTimeIsNow() {
        server.clock().moveTo(Duration.ZERO);
    }

    @InBothLanguages
    void an_app_makes_the_codes_and_a_recovery_code_is_good_without_it(String language, Browsing browsing) {
        Words words = new Words(language);
        StubPatient patient = Registered.at("linde", "app", words, server);
        String name = Registered.account(patient, People.DESK, Map.of(), server);
        try (Patient petra = new Patient(browsing, server, words, patient)) {
            petra.logsIn(name, Enrolling.PASSWORD);
            Visitor page = petra.visitor()
                    .open("/beveiliging")
                    .follow("factors.app.add")
                    .isAt("app.title");
            PhoneApp phone = PhoneApp.typed(page.secrets().get(0), server.clock());
            page.press("app.submit").isToldBeside("code", "app.error.missing").looks("app-niets-ingevuld");
            page.fill("code", phone.code(5)).press("app.submit").isToldBeside("code", "app.error.wrong");
            page.fill("code", phone.code())
                    .press("app.submit")
                    .isAt("recovery.title")
                    .looks("herstelcodes");
            List<String> recoveryCodes = page.secrets();
            assertThat(recoveryCodes).hasSize(10);
            page.follow("recovery.done").isAt("factors.title").sees("factors.app.on", 10);
            petra.logsOut();

            server.clock().moveTo(Duration.ofSeconds(31));
            petra.comesFromPortal().givesPassword(name, Enrolling.PASSWORD).isAt("appcode.title");
            page.looks("appcode").press("code.submit").isToldBeside("code", "appcode.error.missing");
            page.fill("code", phone.code(5)).press("code.submit").isToldBeside("code", "appcode.error.wrong");
            page.looks("appcode-verkeerd").fill("code", phone.code());
            petra.arrives(page.pressToPortal("code.submit"));
            petra.logsOut();

            petra.comesFromPortal().givesPassword(name, Enrolling.PASSWORD).isAt("appcode.title");
            page.fill("code", recoveryCodes.get(0));
            petra.arrives(page.pressToPortal("code.submit"));
            page.hasDeviceForPasskeys().open("/beveiliging").sees("factors.app.on", 9);
            page.fill("naam-nieuw", "Mijn telefoon")
                    .press("passkey.make")
                    .sees("factors.notice.sleutel-erbij")
                    .seesText("Mijn telefoon")
                    .looks("beveiliging-app-en-passkey");
            petra.logsOut();

            petra.comesFromPortal();
            petra.arrives(page.pressToPortal("passkey.use"));
        }
    }
}
