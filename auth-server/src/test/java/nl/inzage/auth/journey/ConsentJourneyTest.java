package nl.inzage.auth.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Enrolling;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import nl.inzage.browser.Browsing;
import nl.inzage.browser.Chromium;
import org.junit.jupiter.api.extension.ExtendWith;

/** An app of somebody else asks for data; its user says no, leaves something out, and takes it back. */
@ExtendWith(Chromium.class)
class ConsentJourneyTest {

    private static final String APP = "Kompas";

    private final RunningServer server = RunningServer.shared();

    @InBothLanguages
    void a_patient_decides_whether_an_app_may_have_the_data(String language, Browsing browsing) {
        Words words = new Words(language);
        StubPatient patient = Registered.at("linde", "toestemming", words, server);
        String name = Registered.account(patient, People.DESK, Map.of(), server);
        App app = App.kompasOnline(server);
        try (Patient petra = new Patient(browsing, server, words, patient)) {
            Visitor page = petra.visitor().open(app.authorizeAddress()).isAt("login.title");
            petra.givesPassword(name, Enrolling.PASSWORD).isAt("code.title");
            page.fill("code", petra.sms())
                    .press("code.submit")
                    .isAt("consent.title", APP)
                    .sees("dossier.own.of", "Petra Maria van der Linden")
                    .sees("consent.offline", APP)
                    .showsFocus()
                    .looks("toestemming");
            assertThat(page.pressToPortal("consent.deny"))
                    .startsWith(server.portal().groei())
                    .contains("error=access_denied")
                    .doesNotContain("code=");

            String code = leavesSomethingOut(page, app);
            assertThat(app.redeem(code).json().get("scope").asText())
                    .contains("patient/Observation.rs?category=", "patient/Patient.rs")
                    .doesNotContain("*", "Condition");
            takesItBack(page);

            StubPatient child = Registered.at("linde", "kind", words, server);
            server.lend(name, child.id());
            page.open(app.authorizeAddress())
                    .isAt("whose.title")
                    .press("whose.submit")
                    .isToldBeside("patient", "whose.missing")
                    .looks("wie");
        }
    }

    /** Says yes without telling for how long, and then with less than was asked; the answer is the app's code. */
    private String leavesSomethingOut(Visitor page, App app) {
        Words words = page.words();
        String condition = words.of("consent.data.Condition");
        page.open(app.authorizeAddress())
                .isAt("consent.title", APP)
                .leaveOut(condition.substring(0, 1).toUpperCase(Locale.ROOT) + condition.substring(1))
                .choose(words.of("consent.results.LABORATORY"))
                .press("consent.allow")
                .isToldBeside("term", "consent.term.missing")
                .looks("toestemming-hoe-lang")
                .choose(words.of("consent.term.DAYS_30"));
        String back = page.pressToPortal("consent.allow");
        assertThat(back).startsWith(server.portal().groei()).contains("code=");
        String code = URI.create(back).getRawQuery().replaceAll("(.*&)?code=([^&]+).*", "$2");
        return URLDecoder.decode(code, StandardCharsets.UTF_8);
    }

    /** Sees the app among those with access, ends that, and opens the app from the same page. */
    private void takesItBack(Visitor page) {
        page.open("/account")
                .follow("own.apps")
                .isAt("apps.title")
                .sees("dossier.own.of", "Petra Maria van der Linden")
                .looks("apps")
                .press("apps.withdraw")
                .sees("apps.notice.withdrawn")
                .sees("apps.access.none");
        assertThat(page.pressToPortal("apps.open.submit"))
                .startsWith(server.portal().launch())
                .contains("&iss=", "&launch=");
    }
}
