package nl.inzage.auth.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Enrolling;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import nl.inzage.browser.Browsing;
import nl.inzage.browser.Chromium;
import org.junit.jupiter.api.extension.ExtendWith;

/** An app of somebody else asks for data, and its user says no, and yes. */
@ExtendWith(Chromium.class)
class ConsentJourneyTest {

    private static final String APP = "Groeicurve";

    private final RunningServer server = RunningServer.shared();

    @InBothLanguages
    void a_patient_decides_whether_an_app_may_have_the_data(String language, Browsing browsing) {
        Words words = new Words(language);
        StubPatient patient = Registered.at("linde", "toestemming", words, server);
        String name = Registered.account(patient, People.DESK, Map.of(), server);
        App app = App.groeiOnline(server);
        try (Patient petra = new Patient(browsing, server, words, patient)) {
            Visitor page = petra.visitor().open(app.authorizeAddress()).isAt("login.title");
            petra.givesPassword(name, Enrolling.PASSWORD).isAt("code.title");
            page.fill("code", petra.sms())
                    .press("code.submit")
                    .isAt("consent.title", APP)
                    .sees("consent.scope.offline_access")
                    .showsFocus()
                    .looks("toestemming");
            assertThat(page.pressToPortal("consent.deny"))
                    .startsWith(server.portal().groei())
                    .contains("error=access_denied")
                    .doesNotContain("code=");

            page.open(app.authorizeAddress()).isAt("consent.title", APP);
            assertThat(page.pressToPortal("consent.allow"))
                    .startsWith(server.portal().groei())
                    .contains("code=");
        }
    }
}
