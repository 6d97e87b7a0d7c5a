package nl.inzage.auth.journey;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.inzage.auth.support.DigidStub;
import nl.inzage.auth.support.Enrolling;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import nl.inzage.browser.Browsing;
import nl.inzage.browser.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Getting in at De Linde, where the defaults hold: first waits, then a block; and what can go wrong at any hospital. */
@ExtendWith(Chromium.class)
class LindeJourneyTest {

    private final RunningServer server = RunningServer.shared();

    @AfterEach
    void everythingWorksNow() {
        server.clock().moveTo(Duration.ZERO);
        server.sms().fail(false);
    }

    @InBothLanguages
    void wrong_passwords_make_one_wait_and_then_block(String language, Browsing browsing) {
        Words words = new Words(language);
        StubPatient patient = Registered.at("linde", "geblokkeerd", words, server);
        Registered.forDigid(patient, patient.born(), true, server);
        String name = Registered.account(patient, People.DESK, Map.of(), server);
        try (Patient petra = new Patient(browsing, server, words, patient)) {
            petra.comesFromPortal().givesWrongPassword(name, 2).isToldAbove("login.error.wait", 1);
            for (int failure = 3; failure <= 5; failure++) {
                server.clock().moveTo(Duration.ofMinutes(20L * failure));
                petra.givesWrongPassword(name, 1).isToldAbove("login.error.title");
            }
            server.clock().moveTo(Duration.ofHours(3));
            petra.givesWrongPassword(name, 1)
                    .isToldAbove("login.blocked.helpdesk")
                    .looks("inloggen-geblokkeerd");
            petra.comesWithDigid(DigidStub.SUBSTANTIEEL).isAt("problem.blocked.title");
        }
    }

    @InBothLanguages
    void the_desk_helps_whoever_lost_password_or_telephone(String language, Browsing browsing) {
        Words words = new Words(language);
        StubPatient patient = Registered.at("linde", "hulp", words, server);
        String name = Registered.account(patient, People.DESK, Map.of(), server);
        try (DeskEmployee desk = new DeskEmployee(browsing, server, words, People.DESK);
                Patient petra = new Patient(browsing, server, words, patient)) {
            Visitor page =
                    desk.search(patient).visitor().sees("desk.state.open").looks("balie-account");
            page.press("desk.phone.submit")
                    .isToldBeside("telefoon-phone", "desk.phone.form")
                    .isToldBeside("telefoon-seen", "desk.seen.missing")
                    .looks("balie-telefoon-niets-ingevuld");
            page.press("desk.letter.submit")
                    .isToldBeside("wachtwoordbrief-seen", "desk.seen.missing")
                    .looks("balie-wachtwoordbrief-niet-gezien");
            page.tick("desk.document.words.identity_card")
                    .tick("desk.seen")
                    .press("desk.letter.submit")
                    .sees("letter.password.title");
            String password = page.looks("balie-wachtwoordbrief").textOf("geheim");
            page.follow("desk.patient.back")
                    .press("desk.close.submit")
                    .isToldBeside("died", "desk.close.missing")
                    .looks("balie-sluiten-niet-zeker");
            page.open("/balie/collega")
                    .isAt("desk.colleague.title")
                    .looks("balie-collega")
                    .press("desk.unblock.submit")
                    .isToldBeside("username", "desk.colleague.username.missing")
                    .looks("balie-collega-niets-ingevuld");

            petra.comesFromPortal().givesPassword(name, password).isAt("code.title");
            petra.visitor().fill("code", petra.sms()).press("code.submit").isAt("newpassword.title");
        }
    }

    @InBothLanguages
    void an_administrator_looks_after_the_accounts_of_the_staff(String language, Browsing browsing) {
        Words words = new Words(language);
        String name = "collega.linde." + language;
        String number = language.equals("nl") ? "900000081" : "900000082";
        server.fhir().knows("http://fhir.nl/fhir/NamingSystem/uzi-nr-pers|" + number, "id-of-" + number);
        try (DeskEmployee administrator = DeskEmployee.administrator(browsing, server, words)) {
            Visitor page = administrator.visitor().looks("beheer").follow("staff.new");
            page.isAt("staff.new").press("staff.new.submit");
            for (String field : List.of("number", "username", "phone")) {
                page.sees(field.equals("username") ? "activate.username.form" : "staff." + field + ".form");
            }
            page.isToldBeside("role", "staff.role.missing")
                    .isToldBeside("reason", "staff.reason.missing")
                    .looks("beheer-nieuw-niets-ingevuld");
            page.fill("number", number)
                    .tick("staff.role.words.clinician")
                    .fill("username", name)
                    .fill("phone", "06 12345081")
                    .fill("reason", "Begint maandag")
                    .press("staff.new.submit")
                    .sees("letter.password.title")
                    .seesText(name)
                    .looks("beheer-brief")
                    .follow("staff.back");
            page.fill("begin", name).press("desk.search.submit").follow("desk.open.of", name);
            page.isAt("staff.member")
                    .sees("staff.role.words.clinician")
                    .looks("beheer-medewerker")
                    .press("desk.close.submit")
                    .isToldBeside("sluiten-sure", "staff.close.missing")
                    .isToldBeside("sluiten-reason", "staff.reason.missing")
                    .looks("beheer-medewerker-niets-ingevuld");
            page.tick("staff.close.sure")
                    .fill("sluiten-reason", "Toch niet begonnen")
                    .press("desk.close.submit")
                    .sees("staff.notice.gesloten")
                    .looks("beheer-medewerker-gesloten");
        }
    }

    @InBothLanguages
    void whatever_goes_wrong_is_said_in_words(String language, Browsing browsing) {
        Words words = new Words(language);
        StubPatient patient = Registered.at("linde", "storing", words, server);
        String name = Registered.account(patient, People.DESK, Map.of(), server);
        try (Patient petra = new Patient(browsing, server, words, patient)) {
            server.sms().fail(true);
            petra.comesFromPortal()
                    .givesPassword(name, Enrolling.PASSWORD)
                    .isAt("problem.no_code.title")
                    .looks("geen-code");
            server.sms().fail(false);
            server.sql("update login_attempts set codes = 10, codes_from = now()");
            petra.comesFromPortal()
                    .givesPassword(name, Enrolling.PASSWORD)
                    .isAt("problem.too_many_codes.title")
                    .looks("te-veel-codes");
            server.forgetAttempts();
            petra.logsIn(name, Enrolling.PASSWORD);
            server.clock().moveTo(Duration.ofMinutes(6));
            petra.visitor().open("/account").sees("own.change.again").looks("account-niet-vers");
            petra.visitor().open("/beveiliging").sees("factors.again.text").looks("beveiliging-niet-vers");
            petra.visitor().open("/bestaat-niet").isAt("error.404.title").looks("bestaat-niet");
            petra.visitor().open("/balie").isAt("error.403.title").looks("mag-niet");
            petra.visitor()
                    .open("/oauth2/authorize?client_id=onbekend")
                    .isAt("error.400.title")
                    .looks("app-fout");
        }
    }

    @InBothLanguages
    void whoever_keeps_no_cookies_reads_that_they_are_needed(String language, Browsing browsing) {
        try (Visitor visitor = new Visitor(browsing, server, new Words(language), "linde-cookies")) {
            visitor.losesCookies()
                    .fill("username", "wie.dan.ook")
                    .fill("password", "wat dan ook")
                    .press("login.submit")
                    .choosesLanguage()
                    .isAt("login.title")
                    .sees("login.notice.verlopen")
                    .seesText("cookies")
                    .looks("inloggen-zonder-cookies");
        }
    }
}
