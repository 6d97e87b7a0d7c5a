package nl.inzage.auth.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import nl.inzage.auth.support.DigidStub;
import nl.inzage.auth.support.Enrolling;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import nl.inzage.browser.Browsing;
import nl.inzage.browser.Chromium;
import org.junit.jupiter.api.extension.ExtendWith;

/** Getting in at UMCG: a letter with letters and digits, or DigiD; a blocked password, then a blocked account. */
@ExtendWith(Chromium.class)
class UmcgJourneyTest {

    private static final String NEW = "Zwarte raaf boven de dijk";

    private final RunningServer server = RunningServer.shared();

    @InDutchFirst
    void a_letter_of_the_digital_desk_leads_to_an_account(String language, Browsing browsing) {
        Words words = new Words(language);
        StubPatient patient = Registered.at("umcg", "letter", words, server);
        String code;
        try (DeskEmployee desk = new DeskEmployee(browsing, server, words, People.DESK_UMCG)) {
            String first = desk.find(patient).letter("desk", "driving_licence");
            desk.visitor().seesText(words.day(server.clock().instant().plus(Duration.ofDays(14))));
            code = desk.search(patient).anotherLetter("video_desk", "passport");
            desk.visitor().sees("desk.letter.replaced").looks("balie-brief-nieuw");
            assertThat(code).isNotEqualTo(first).matches("[0-9A-Z ]+");
        }
        try (Patient petra = new Patient(browsing, server, words, patient)) {
            new Letter(server, petra, code.toLowerCase(Locale.ROOT)).leadsToAccount("petra.umcg." + language);
            petra.logsOut();
        }
    }

    @InDutchFirst
    void a_blocked_password_is_renewed_with_the_security_question(String language, Browsing browsing) {
        Words words = new Words(language);
        StubPatient patient = Registered.at("umcg", "vergeten", words, server);
        String name = Registered.account(patient, People.DESK_UMCG, Map.of(), server);
        try (Patient petra = new Patient(browsing, server, words, patient)) {
            petra.comesFromPortal().givesPassword(name, Enrolling.PASSWORD).isAt("code.title");
            new Login(petra)
                    .wrongCode()
                    .isToldBeside("code", "code.error.wrong")
                    .looks("code-verkeerd");
            petra.givesCode();
            petra.logsOut();

            petra.comesFromPortal().givesWrongPassword(name, 6);
            petra.visitor()
                    .isToldAbove("login.blocked.password")
                    .looks("inloggen-wachtwoord-geblokkeerd")
                    .follow("login.blocked.choose");
            ForgottenPassword forgotten = new ForgottenPassword(petra);
            forgotten.username(name);
            forgotten.question();
            forgotten.code();
            forgotten.another(NEW);
            petra.logsIn(name, NEW);

            new ForgottenUsername(server, petra).named("P", "Linden");
        }
    }

    @InDutchFirst
    void wrong_codes_block_the_account_also_for_digid_until_the_desk_lifts_it(String language, Browsing browsing) {
        Words words = new Words(language);
        StubPatient patient = Registered.at("umcg", "geblokkeerd", words, server);
        Registered.forDigid(patient, patient.born(), true, server);
        String name = Registered.account(patient, People.DESK_UMCG, Map.of(), server);
        try (Patient petra = new Patient(browsing, server, words, patient)) {
            Login login = new Login(petra);
            petra.comesFromPortal().givesPassword(name, Enrolling.PASSWORD);
            login.wrongCode();
            login.wrongCode();
            login.wrongCode().isAt("login.title").sees("login.notice.pogingen").looks("inloggen-drie-codes");
            petra.givesPassword(name, Enrolling.PASSWORD);
            login.wrongCode();
            login.wrongCode();
            login.wrongCode().isToldAbove("login.blocked.helpdesk").looks("inloggen-geblokkeerd");
            petra.comesWithDigid(DigidStub.SUBSTANTIEEL)
                    .isAt("problem.blocked.title")
                    .looks("digid-geblokkeerd");

            try (DeskEmployee desk = new DeskEmployee(browsing, server, words, People.DESK_UMCG)) {
                desk.search(patient)
                        .visitor()
                        .sees("desk.state.blocked")
                        .looks("balie-geblokkeerd")
                        .press("desk.unblock.submit")
                        .isToldBeside("deblokkeren-channel", "desk.channel.missing")
                        .isToldBeside("deblokkeren-document", "desk.document.missing")
                        .isToldBeside("deblokkeren-seen", "desk.seen.missing")
                        .looks("balie-geblokkeerd-niet-gezien");
                desk.visitor()
                        .tick("desk.channel.words.video_desk")
                        .tick("desk.document.words.passport")
                        .tick("desk.seen")
                        .press("desk.unblock.submit")
                        .sees("desk.notice.blokkade")
                        .looks("balie-blokkade-opgeheven");
            }
            petra.logsIn(name, Enrolling.PASSWORD);
        }
    }

    @InDutchFirst
    void a_patient_changes_the_own_account(String language, Browsing browsing) {
        // A number of its own: who walked before in the other language has had codes on it.
        String ofLanguage = language.equals("nl") ? "2" : "3";
        Words words = new Words(language);
        StubPatient patient = Registered.at("umcg", "eigen", words, server);
        String name = Registered.account(patient, People.DESK_UMCG, Map.of(), server);
        try (Patient petra = new Patient(browsing, server, words, patient)) {
            petra.logsIn(name, Enrolling.PASSWORD);
            new OwnAccount(server, petra)
                    .open()
                    .password(Enrolling.PASSWORD, NEW)
                    .question()
                    .phone("06 8765 432" + ofLanguage, "+3168765432" + ofLanguage)
                    .email("nieuw-" + patient.email())
                    .looksAtTheRest();
            petra.logsOut();
            petra.logsIn(name, NEW);
        }
    }

    @InDutchFirst
    void a_patient_makes_an_account_with_digid(String language, Browsing browsing) {
        Words words = new Words(language);
        StubPatient patient = Registered.at("umcg", "digid", words, server);
        Registered.forDigid(patient, patient.born(), true, server);
        try (Patient petra = new Patient(browsing, server, words, patient)) {
            Digid digid = new Digid(server, petra);
            digid.stops();
            digid.isTooLow(DigidStub.MIDDEN, "digid_too_low");
            digid.makesAnAccount(DigidStub.SUBSTANTIEEL);
            petra.visitor().open("/account").sees("own.digidonly").looks("account-digid");
            petra.logsOut();
            petra.comesWithDigid(DigidStub.SUBSTANTIEEL);
            petra.arrives(petra.visitor().atPortal());
        }
    }
}
