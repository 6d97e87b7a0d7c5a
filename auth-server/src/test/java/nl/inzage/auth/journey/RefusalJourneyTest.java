package nl.inzage.auth.journey;

import nl.inzage.auth.support.DigidStub;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import nl.inzage.browser.Browsing;
import nl.inzage.browser.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages that let nobody through: too much at once, out of order, and no dossier. */
@ExtendWith(Chromium.class)
class RefusalJourneyTest {

    private final RunningServer server = RunningServer.shared();

    @AfterEach
    void nobodyWasHere() {
        server.sql("delete from allowance");
        server.forgetAttempts();
    }

    @InBothLanguages
    void too_many_requests_and_a_failure_have_a_page_of_their_own(String language, Browsing browsing) {
        try (Visitor visitor = new Visitor(browsing, server, new Words(language), "linde-storing")) {
            triesToLogIn(visitor).isToldBeside("username", "login.error.refused");
            server.sql("update allowance set whole_again_at = now() + interval '15 minutes'");
            triesToLogIn(visitor).isAt("error.429.title").sees("error.429.text").looks("te-vaak");
            server.sql("delete from allowance");

            server.sql("alter table login_attempts rename to login_attempts_away");
            try {
                triesToLogIn(visitor).isAt("error.500.title").looks("ging-mis");
            } finally {
                server.sql("alter table login_attempts_away rename to login_attempts");
            }
        }
    }

    @InBothLanguages
    void whoever_has_no_dossier_here_is_told_so(String language, Browsing browsing) {
        Words words = new Words(language);
        StubPatient stranger = Registered.at("linde", "geen-dossier", words, server);
        try (Patient petra = new Patient(browsing, server, words, stranger)) {
            Visitor page = petra.visitor();
            petra.comesFromPortal().givesPassword(People.STRANGER.username(), People.PASSWORD);
            page.isAt("code.title").fill("code", server.sms().newestCode(People.STRANGER.phone()));
            page.press("code.submit")
                    .isAt("problem.no_dossier.title")
                    .sees("contact.title", petra.hospitalName())
                    .looks("geen-dossier");

            new Digid(server, petra).isRefused(DigidStub.SUBSTANTIEEL, "digid_no_dossier");
            page.open("/account").isAt("login.title");
        }
    }

    private static Visitor triesToLogIn(Visitor visitor) {
        return visitor.open("/inloggen")
                .fill("username", "wie.dan.ook")
                .fill("password", "wat dan ook")
                .press("login.submit");
    }
}
