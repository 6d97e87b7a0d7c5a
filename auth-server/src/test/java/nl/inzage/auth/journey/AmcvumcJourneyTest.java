package nl.inzage.auth.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.Enrolling;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import nl.inzage.browser.Browsing;
import nl.inzage.browser.Chromium;
import org.junit.jupiter.api.extension.ExtendWith;

/** Getting in at Amsterdam UMC: fifteen digits of the clinic, a hint after two wrong passwords, a block after six. */
@ExtendWith(Chromium.class)
class AmcvumcJourneyTest {

    private static final String NEW = "Zwarte raaf boven de dijk";
    private static final Map<String, String> AT_THE_CLINIC = Map.of("channel", "clinic", "document", "patient_card");

    private final RunningServer server = RunningServer.shared();

    @InBothLanguages
    void a_letter_of_the_clinic_leads_to_an_account(String language, Browsing browsing) {
        Words words = new Words(language);
        StubPatient patient = Registered.at("amcvumc", "letter", words, server);
        String code;
        try (DeskEmployee clinic = new DeskEmployee(browsing, server, words, People.CLINIC_AMC)) {
            code = clinic.search(patient).letter("clinic", "patient_card");
            clinic.visitor().seesText(words.day(server.clock().instant().plus(Duration.ofDays(30))));
            assertThat(code).matches("[0-9]{5} [0-9]{5} [0-9]{5}");
        }
        try (Patient petra = new Patient(browsing, server, words, patient)) {
            new Letter(server, petra, code).leadsStraightToAccount("petra.amc." + language);
            petra.logsOut();
        }
    }

    @InBothLanguages
    void five_wrong_birth_dates_burn_a_code(String language, Browsing browsing) {
        Words words = new Words(language);
        StubPatient patient = Registered.at("amcvumc", "verbrand", words, server);
        String code = Desk.secret(Desk.of(People.CLINIC_AMC, server).enrol(patient, AT_THE_CLINIC));
        try (Patient petra = new Patient(browsing, server, words, patient)) {
            Visitor visitor = petra.visitor().open("/activeren");
            for (int day = 1; day <= 5; day++) {
                visitor.fill("code", code).fill("born", day + "-1-1929").press("activate.next");
                visitor.isToldBeside("code", "activate.refused");
            }
            visitor.fill("code", code).fill("born", patient.born()).press("activate.next");
            visitor.isToldBeside("code", "activate.refused")
                    .sees("activate.help")
                    .looks("activeren-verbrand")
                    .follow("contact.all");
            visitor.isAt("help.title").seesText("support@amc-vumc.nl").looks("hulp-alle-ziekenhuizen");
        }
    }

    @InBothLanguages
    void a_forgotten_password_is_hinted_at_and_renewed(String language, Browsing browsing) {
        Words words = new Words(language);
        StubPatient patient = Registered.at("amcvumc", "vergeten", words, server);
        String name = Registered.account(patient, People.CLINIC_AMC, AT_THE_CLINIC, server);
        try (Patient petra = new Patient(browsing, server, words, patient)) {
            petra.comesFromPortal()
                    .givesWrongPassword(name, 2)
                    .isToldAbove("login.error.hint")
                    .looks("inloggen-hint")
                    .follow("login.error.hint");
            ForgottenPassword forgotten = new ForgottenPassword(petra);
            forgotten.username(name);
            forgotten.question();
            forgotten.code();
            forgotten.another(NEW);
            petra.logsIn(name, NEW);

            new ForgottenUsername(server, petra).named("P.M.", "van der Linden");
        }
    }

    @InBothLanguages
    void six_wrong_passwords_or_five_wrong_answers_block_the_account(String language, Browsing browsing) {
        Words words = new Words(language);
        StubPatient patient = Registered.at("amcvumc", "geblokkeerd", words, server);
        String name = Registered.account(patient, People.CLINIC_AMC, AT_THE_CLINIC, server);
        StubPatient other = Registered.at("amcvumc", "vraag", words, server);
        String otherName = Registered.account(other, People.CLINIC_AMC, AT_THE_CLINIC, server);
        try (Patient petra = new Patient(browsing, server, words, patient)) {
            petra.comesFromPortal()
                    .givesWrongPassword(name, 6)
                    .isToldAbove("login.blocked.support")
                    .looks("inloggen-geblokkeerd");
            petra.givesPassword(name, Enrolling.PASSWORD).isToldAbove("login.blocked.support");

            Visitor visitor = petra.visitor().open("/wachtwoord-vergeten");
            visitor.fill("username", otherName).press("activate.next");
            ForgottenPassword forgotten = new ForgottenPassword(petra);
            for (int i = 1; i < 5; i++) {
                forgotten.answer(other.born(), "Kerkstraat").isToldBeside("answer", "recovery.answer.wrong");
            }
            forgotten
                    .answer(other.born(), "Kerkstraat")
                    .isToldAbove("login.blocked.support")
                    .looks("wachtwoord-vraag-geblokkeerd");
        }
    }

    @InBothLanguages
    void a_patient_is_warned_before_taking_the_phone_away(String language, Browsing browsing) {
        Words words = new Words(language);
        StubPatient patient = Registered.at("amcvumc", "eigen", words, server);
        String name = Registered.account(patient, People.CLINIC_AMC, AT_THE_CLINIC, server);
        try (Patient petra = new Patient(browsing, server, words, patient)) {
            Login login = new Login(petra);
            login.password(name, Enrolling.PASSWORD);
            login.code();
            new OwnAccount(server, petra).open().takesPhoneAway();
            petra.logsOut();
            petra.comesFromPortal()
                    .givesPassword(name, Enrolling.PASSWORD)
                    .isAt("problem.no_phone.title")
                    .sees("contact.title", "Amsterdam UMC")
                    .seesText("support@amc-vumc.nl")
                    .looks("geen-telefoonnummer");
        }
    }
}
