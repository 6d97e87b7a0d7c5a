package nl.inzage.auth.journey;

import static org.assertj.core.api.Assertions.assertThat;

import nl.inzage.auth.support.App;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.browser.Browsing;
import nl.inzage.browser.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An app comes in by the mailbox of its developer, and an administrator lets it go on to patients. */
@ExtendWith(Chromium.class)
class DeveloperJourneyTest {

    private static final String EMAIL = "devi@wandelapp.example";
    private static final String NAME = "Wandelmeter";

    private final RunningServer server = RunningServer.shared();
    private final Words words = new Words("nl");

    @Test
    void a_developer_registers_an_app_and_an_administrator_approves_it(Browsing browsing) {
        server.forgetAttempts();
        try (Visitor devi = new Visitor(browsing, server, words, "ontwikkelaar");
                DeskEmployee employee = DeskEmployee.administrator(browsing, server, words)) {
            comesIn(devi);
            String client = registers(devi);
            isTurnedAway(browsing, client);
            devi.press("registration.ask").sees("registration.notice.gevraagd").looks("app-gevraagd");

            Visitor administrator = employee.visitor().open("/beheer/apps");
            administrator.isAt("staff.apps").looks("beheer-apps").follow("desk.open.of", NAME);
            administrator
                    .sees("staff.app.state.asked")
                    .press("staff.app.approve.submit")
                    .isToldBeside("approved-reason", "staff.reason.missing")
                    .looks("beheer-app")
                    .fill("approved-reason", "Contract getekend")
                    .press("staff.app.approve.submit")
                    .sees("staff.app.notice.approved")
                    .looks("beheer-app-goedgekeurd");

            devi.open("/ontwikkelaars/app?id=" + client).sees("registration.state.approved");
            assertThat(devi.complaints()).isEmpty();
        }
    }

    private void comesIn(Visitor devi) {
        devi.open("/ontwikkelaars")
                .isAt("developer.title")
                .press("developer.submit")
                .isToldBeside("email", "developer.email.form")
                .looks("begin")
                .fill("email", EMAIL)
                .press("developer.submit")
                .sees("developer.notice.sent");
        String mail = new Mailbox(EMAIL, server).waitsFor("/ontwikkelaars/link");
        String link = mail.replaceAll("(?s).*(/ontwikkelaars/link\\S+).*", "$1");
        devi.open(link)
                .isAt("developer.link.title")
                .seesText(EMAIL)
                .looks("link")
                .press("developer.link.submit")
                .isAt("registration.title");
    }

    private String registers(Visitor devi) {
        devi.follow("registration.new")
                .isAt("registration.new")
                .press("registration.new.submit")
                .isToldBeside("name", "registration.name.form")
                .isToldBeside("redirectUris", "registration.redirectUris.form")
                .isToldBeside("scopes", "registration.scopes.missing")
                .looks("formulier")
                .fill("name", NAME)
                .fill("organisation", "Wandelapp B.V.")
                .fill("website", "https://www.wandelapp.example/privacy")
                .fill("purpose", "Laat zien hoeveel u wandelt, naast uw uitslagen.")
                .tick("registration.kind.words.server")
                .fill("redirectUris", server.portal().groei())
                .choose("openid")
                .choose("patient/Observation.rs")
                .press("registration.new.submit")
                .isAt("registration.made.title")
                .sees("registration.secret.once")
                .looks("geheim");
        String client = devi.textOf("client");
        devi.follow("registration.made.on").seesText(NAME).sees("registration.state.sandbox");
        return client;
    }

    private void isTurnedAway(Browsing browsing, String client) {
        App app = App.registered(server, client, null, server.portal().groei());
        try (Visitor patient = new Visitor(browsing, server, words, "ontwikkelaar-patient")) {
            patient.open(app.authorizeAddress())
                    .isAt("login.title")
                    .fill("username", People.GERRIT.username())
                    .fill("password", People.PASSWORD)
                    .press("login.submit")
                    .isAt("code.title")
                    .fill("code", server.sms().newestCode(People.GERRIT.phone()))
                    .press("code.submit")
                    .isAt("app.not_approved.title")
                    .looks("app-niet-goedgekeurd");
        }
    }
}
