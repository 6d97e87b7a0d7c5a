package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.Enrolling;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.Names;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import org.junit.jupiter.api.Test;

/** Back in after forgetting the password or the user name (F16, F17), and what a stranger learns from trying: nothing. */
class RecoveryTest {

    private static final String NEW = "Zwarte raaf boven de dijk";

    private final RunningServer server = RunningServer.shared();
    private final Browser browser = new Browser(server.issuer());

    @Test
    void the_right_answer_and_the_code_by_sms_give_a_new_password_once() {
        StubPatient patient = enrolled("rec-right", "umcg");
        assertThat(ask("rec-right", patient.born(), "linde STRAAT").location()).isEqualTo("/wachtwoord-vergeten/code");
        browser.get("/wachtwoord-vergeten/code");
        Answer proved = browser.submit(
                "/wachtwoord-vergeten/code", Map.of("code", server.sms().newestCode(patient.mobile())));
        assertThat(proved.location()).isEqualTo("/wachtwoord-vergeten/nieuw");
        browser.get("/wachtwoord-vergeten/nieuw");

        assertThat(choose(NEW).location()).isEqualTo("/inloggen?melding=gewijzigd");
        assertThat(choose(NEW).location()).isEqualTo("/wachtwoord-vergeten?melding=verlopen");
        assertThat(logIn("rec-right", NEW).location()).isEqualTo("/inloggen/code");
        assertThat(logIn("rec-right", Enrolling.PASSWORD).body()).contains("klopt niet");
    }

    @Test
    void a_new_password_ends_the_sessions_and_what_they_started() {
        StubPatient patient = enrolled("rec-ends", "umcg");
        Journey journey = new Journey(server);
        App portal = App.portal(server);
        journey.open(portal);
        journey.password("rec-ends", Enrolling.PASSWORD);
        journey.browser().get("/inloggen/code");
        Answer on = journey.code(server.sms().newestCode(patient.mobile()));
        String code = journey.browser().get(on.location()).parameters().get("code");
        String refresh = Tokens.refreshToken(portal.redeem(code));

        change(patient, "rec-ends");

        assertThat(Tokens.error(portal.refresh(refresh))).isEqualTo("400 invalid_grant");
        assertThat(journey.browser().get(portal.authorizeAddress()).location()).isEqualTo("/inloggen");
    }

    @Test
    void wrong_codes_count_as_those_of_a_login_do_and_block_the_account() {
        StubPatient patient = enrolled("rec-codes", "umcg");
        String last = "";
        for (int failure = 1; failure <= 7; failure++) {
            if (failure % 3 == 1) {
                ask("rec-codes", patient.born(), "Lindestraat");
                browser.get("/wachtwoord-vergeten/code");
            }
            String right = server.sms().newestCode(patient.mobile());
            String wrong = (right.charAt(0) == '9' ? '0' : '9') + right.substring(1);
            last = browser.submit("/wachtwoord-vergeten/code", Map.of("code", failure == 7 ? right : wrong))
                    .body();
            if (failure < 6) {
                assertThat(last).contains("Deze code klopt niet");
            }
        }

        assertThat(logIn("rec-codes", Enrolling.PASSWORD).body()).contains("Bel de helpdesk");
        assertThat(server.count("account_event e join account a on a.id = e.account_id"
                        + " where a.username = 'rec-codes' and e.act = 'account_blocked'"))
                .isEqualTo(1);
    }

    @Test
    void known_and_unknown_names_are_asked_and_answered_alike() {
        StubPatient patient = enrolled("rec-alike", "umcg");
        String nobody = Names.unknownLike("umcg", server);
        for (int attempt = 1; attempt <= 5; attempt++) {
            String known = plain(ask("rec-alike", patient.born(), "niet dit"));
            String unknown = plain(ask(nobody, patient.born(), "niet dit"));
            assertThat(known).isEqualTo(unknown);
            assertThat(known).contains(attempt < 5 ? "het antwoord klopt niet" : "Bel de helpdesk");
        }
        assertThat(logIn("rec-alike", Enrolling.PASSWORD).body()).contains("Bel de helpdesk");
    }

    @Test
    void a_blocked_password_is_renewed_and_a_blocked_account_is_not() {
        StubPatient patient = enrolled("rec-block", "umcg");
        for (int i = 0; i < 6; i++) {
            logIn("rec-block", "guess");
        }
        assertThat(logIn("rec-block", Enrolling.PASSWORD).body()).contains("Dit wachtwoord werkt daarom niet meer");

        change(patient, "rec-block");

        assertThat(logIn("rec-block", NEW).location()).isEqualTo("/inloggen/code");
    }

    @Test
    void mumc_mails_a_temporary_password_to_the_stored_address_only() {
        server.sql("update account set email = 'wim@example.org' where username = '" + People.WIM.username() + "'");
        String right = byMail(People.WIM.username(), "wim@example.org");
        String elsewhere = byMail(People.WIM.username(), "dief@example.org");
        String nobody = byMail(Names.unknownLike("mumc", server), "wim@example.org");

        assertThat(List.of(elsewhere, nobody)).containsOnly(right);
        String mail = waitForMail("wim@example.org", "tijdelijke wachtwoord");
        assertThat(server.sms().texts("dief@example.org")).isEmpty();
        String password = mail.replaceAll("(?s).* is ([a-z2-9]{16}) .*", "$1");
        Journey journey = new Journey(server);
        journey.browser().get("/inloggen");
        journey.password(People.WIM.username(), password);
        journey.browser().get("/inloggen/code");
        assertThat(journey.code(server.sms().newestCode(People.WIM.phone())).location())
                .isEqualTo("/wachtwoord-vergeten/nieuw");
        assertThat(journey.browser().get("/balie").location()).isEqualTo("/inloggen");
        assertThat(logIn(People.WIM.username(), People.PASSWORD).location()).isEqualTo("/inloggen/code");
    }

    @Test
    void a_user_name_is_mailed_to_who_is_named_as_the_hospital_asks() {
        StubPatient patient = enrolled("rec-name", "umcg");
        String known = named("umcg", "P", "Linden", patient.born());
        String unknown = named("umcg", "Q", "Nergens", "1931-01-01");

        assertThat(known).isEqualTo(unknown);
        assertThat(waitForMail(patient.email(), "gebruikersnaam")).contains("rec-name");
    }

    @Test
    void each_hospital_says_where_it_helps() {
        assertThat(named("mumc", "", "", ""))
                .contains("Hulp van Maastricht UMC+", "mailto:mijnmumc@mumc.nl", "tel:+31433875600", "MijnMUMC+ balie");
        assertThat(browser.get("/hulp").body())
                .contains("mijnUMCG Helpdesk", "tel:+31503618539", "Op werkdagen van 8.00 tot 16.30 uur")
                .contains("mailto:support@amc-vumc.nl", "Verwijder oude sms-berichten")
                .contains("patientenportaal@umcutrecht.nl", "Zet uw telefoon 15 minuten uit")
                .contains("Dat duurt ongeveer 5 dagen", "Dan klopt uw e-mailadres misschien niet");
        assertThat(browser.get("/activeren").body())
                .contains("/hulp#contact", "de dag en de tijd tot wanneer de code geldig is")
                .doesNotContain("Hulp van Maastricht");
    }

    @Test
    void a_partners_surname_names_somebody_as_well() {
        StubPatient patient = enrolled("rec-partner", "umcg");
        server.fhir().has(patient.partnerOf("de Boer"));

        named("umcg", "P", "Boer", patient.born());

        assertThat(waitForMail(patient.email(), "gebruikersnaam")).contains("rec-partner");
        assertThat(Desk.of(People.DESK_UMCG, server)
                        .search(Map.of("born", patient.born(), "surname", "boer", "reason", "Belt over de naam"))
                        .body())
                .contains("1 patiënt gevonden");
    }

    @Test
    void amsterdam_umc_mails_the_user_name_to_who_is_named_as_on_the_card_only() {
        StubPatient patient =
                StubPatient.of("rec-card", "amcvumc", StubPatient.numberOf("rec-card"), dayOf("rec-card"));
        server.fhir().has(patient);
        Enrolling person = new Enrolling(server);
        Desk clinic = Desk.of(People.CLINIC_AMC, server);
        person.upToTerms(patient, Desk.secret(clinic.enrol(patient, Map.of("channel", "clinic"))), "rec-card");
        assertThat(person.agree().status()).isEqualTo(302);

        String otherwise = named("amcvumc", "PM", "Linden", patient.born());
        String asOnCard = named("amcvumc", "P.M.", "van der Linden", patient.born());

        assertThat(asOnCard).isEqualTo(otherwise);
        waitForMail(patient.email(), "gebruikersnaam");
        assertThat(server.count("account_event e join account a on a.id = e.account_id where a.username = 'rec-card'"
                        + " and act = 'username_mailed'"))
                .isOne();
    }

    private StubPatient enrolled(String username, String hospital) {
        StubPatient patient = StubPatient.of(username, hospital, StubPatient.numberOf(username), dayOf(username));
        server.fhir().has(patient);
        Enrolling person = new Enrolling(server);
        person.upToTerms(patient, Desk.of(People.DESK_UMCG, server).letter(patient), username);
        assertThat(person.agree().status()).isEqualTo(302);
        return patient;
    }

    /** Another birth date for each, so that nobody is found in another's place. */
    private static String dayOf(String username) {
        return "19" + (50 + Math.floorMod(username.hashCode(), 40)) + "-02-0"
                + (1 + Math.floorMod(username.hashCode(), 9));
    }

    private void change(StubPatient patient, String username) {
        ask(username, patient.born(), "Lindestraat");
        browser.get("/wachtwoord-vergeten/code");
        browser.submit("/wachtwoord-vergeten/code", Map.of("code", server.sms().newestCode(patient.mobile())));
        browser.get("/wachtwoord-vergeten/nieuw");
        assertThat(choose(NEW).location()).isEqualTo("/inloggen?melding=gewijzigd");
    }

    private Answer ask(String username, String born, String answer) {
        browser.get("/wachtwoord-vergeten");
        assertThat(browser.submit("/wachtwoord-vergeten", Map.of("username", username))
                        .location())
                .isEqualTo("/wachtwoord-vergeten/vraag");
        browser.get("/wachtwoord-vergeten/vraag");
        return browser.submit("/wachtwoord-vergeten/vraag", Map.of("born", born, "answer", answer));
    }

    private Answer choose(String password) {
        return browser.submit("/wachtwoord-vergeten/nieuw", Map.of("password", password, "again", password));
    }

    private String byMail(String username, String email) {
        browser.get("/wachtwoord-vergeten");
        assertThat(browser.submit("/wachtwoord-vergeten", Map.of("username", username))
                        .location())
                .isEqualTo("/wachtwoord-vergeten/email");
        browser.get("/wachtwoord-vergeten/email");
        return plain(browser.submit("/wachtwoord-vergeten/email", Map.of("email", email)));
    }

    private String named(String hospital, String initials, String surname, String born) {
        browser.get("/gebruikersnaam-vergeten");
        return plain(browser.submit(
                        "/gebruikersnaam-vergeten",
                        Map.of("hospital", hospital, "initials", initials, "surname", surname, "born", born)))
                .replaceAll("id=\"(initials|surname|born)\" name=\"[a-z]+\" value=\"[^\"]*\"", "");
    }

    private Answer logIn(String username, String password) {
        Journey journey = new Journey(server);
        journey.browser().get("/inloggen");
        return journey.password(username, password);
    }

    private String waitForMail(String address, String word) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (Instant.now().isBefore(end)) {
            List<String> found = server.sms().texts(address).stream()
                    .filter(text -> text.contains(word))
                    .toList();
            if (!found.isEmpty()) {
                return found.get(found.size() - 1);
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("No mail with " + word);
    }

    /** The page without what the person typed, which question was chosen, and the form's token. */
    private static String plain(Answer answer) {
        return answer.body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                .replaceAll("<label class=\"utrecht-form-label\" for=\"answer\">[^<]+", "");
    }
}
