package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.Enrolling;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A patient makes an account with DigiD: old enough, known here, number verified, terms accepted. */
class DigidEnrolmentTest {

    private static final String SYSTEM = "http://fhir.nl/fhir/NamingSystem/bsn";

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
    private final RunningServer server = RunningServer.shared();
    private final Journey journey = new Journey(server);
    private final Browser browser = journey.browser();

    @AfterEach
    void nobodyWasHere() {
        server.fhir().fail(false);
        server.clock().moveTo(Duration.ZERO);
        server.sql("delete from account where username like 'digid-%'");
    }

    @Test
    void a_patient_accepts_the_terms_and_has_an_account_without_a_password() {
        server.fhir().knowsPatient(SYSTEM + "|999990147", patient("999990147", "1968-03-14", "2020-01-02"));
        journey.open(App.portal(server));
        assertThat(arrive("999990147").location()).isEqualTo("/inloggen/digid/account");
        Answer page = browser.get("/inloggen/digid/account");
        assertThat(page.body()).contains("patiënt bij Ziekenhuis De Linde").contains("Ik ga akkoord");

        assertThat(browser.submit("/inloggen/digid/account", Map.of()).body())
                .contains("Zet een vinkje als u akkoord gaat")
                .contains("aria-invalid=\"true\"");
        Answer made = browser.submit("/inloggen/digid/account", Map.of("akkoord", "ja"));
        assertThat(made.location()).startsWith("/oauth2/authorize?");
        assertThat(browser.get(made.location()).parameters()).containsKey("code");
        assertThat(server.sql("update account set language = language where identifier_value = '999990147' "
                        + "and password_hash is null and terms_accepted_at is not null and fhir_id = 'p-999990147'"))
                .isOne();
    }

    @Test
    void the_next_time_it_is_a_login() {
        enrol("999990159");
        Journey next = new Journey(server);

        assertThat(DigidVisit.comeBack(server, next.browser(), "999990159").location())
                .doesNotContain("/inloggen");
    }

    @Test
    void who_has_an_account_comes_in_only_while_the_hospital_says_that_the_number_is_verified() {
        enrol("999990330");
        server.fhir().knowsPatient(SYSTEM + "|999990330", patient("999990330", "1968-03-14", null));

        refuses("999990330", "burgerservicenummer nog niet gecontroleerd");

        assertThat(browser.get("/account").location()).isEqualTo("/inloggen");
    }

    @Test
    void who_has_an_account_comes_in_only_while_he_or_she_is_a_patient_here() {
        enrol("999990342");
        server.fhir().forgetsPatient(SYSTEM + "|999990342");

        refuses("999990342", "Wij kennen u hier niet als patiënt");

        assertThat(browser.get("/account").location()).isEqualTo("/inloggen");
    }

    @Test
    void nobody_can_use_the_account_with_a_password() {
        enrol("999990160");

        Journey guess = new Journey(server);
        guess.browser().get("/inloggen");
        assertThat(guess.password("digid-999990160", "").body()).contains("Vul uw wachtwoord in");
        assertThat(guess.password("digid-999990160", "null").body()).contains("klopt niet");
    }

    @Test
    void a_letter_of_the_desk_gives_the_same_account_a_password() {
        enrol("999990317");
        StubPatient patient = StubPatient.of("p-999990317", "linde", "999990317", "1968-03-14");
        server.fhir().has(patient);
        Desk desk = Desk.of(People.DESK, server);
        assertThat(desk.open(patient).body())
                .contains("Geen, de patiënt logt in met DigiD")
                .doesNotContain("Brief met een tijdelijk wachtwoord");
        Enrolling person = new Enrolling(server);

        person.upToTerms(patient, desk.letter(patient), "petra.letter");
        assertThat(person.agree().status()).isEqualTo(302);

        assertThat(server.count("account where identifier_value = '999990317' and username = 'petra.letter'"))
                .isOne();
        assertThat(server.count("account where identifier_value = '999990317'")).isOne();
        assertThat(DigidVisit.comeBack(server, new Browser(server.issuer()), "999990317")
                        .location())
                .isEqualTo(server.portal().address());
        server.sql("delete from account where username = 'petra.letter'");
    }

    @Test
    void who_has_no_password_is_offered_none_to_change() {
        enrol("999990329");

        assertThat(browser.get("/account").body())
                .contains("Geen, u logt in met DigiD")
                .doesNotContain("Nieuw wachtwoord", "Uw wachtwoord van nu");
        assertThat(browser.submit(
                                "/account/wachtwoord",
                                Map.of("password", Enrolling.PASSWORD, "again", Enrolling.PASSWORD))
                        .location())
                .isEqualTo("/account");
        assertThat(server.count("account where identifier_value = '999990329' and password_hash is null"))
                .isOne();
    }

    @Test
    void the_number_is_not_kept_in_the_clear_before_the_account_is_made() {
        server.fhir().knowsPatient(SYSTEM + "|999990172", patient("999990172", "1968-03-14", "2020-01-02"));
        arrive("999990172");

        assertThat(server.sql("update digid_enrolment set level = level where position('999990172'::bytea in bsn) = 0"))
                .isPositive();
        assertThat(server.sql("update spring_session_attributes set attribute_name = attribute_name "
                        + "where position('999990172'::bytea in attribute_bytes) > 0"))
                .isZero();
    }

    @Test
    void of_parallel_acceptances_one_account_is_made() {
        server.fhir().knowsPatient(SYSTEM + "|999990184", patient("999990184", "1968-03-14", "2020-01-02"));
        List<Browser> browsers = List.of(new Browser(server.issuer()), new Browser(server.issuer()));
        for (Browser one : browsers) {
            DigidVisit.comeBack(server, one, "999990184");
            one.get("/inloggen/digid/account");
        }

        java.util.concurrent.atomic.AtomicInteger next = new java.util.concurrent.atomic.AtomicInteger();
        Parallel.times(8, () -> browsers.get(next.getAndIncrement() % 2)
                .submit("/inloggen/digid/account", Map.of("akkoord", "ja")));

        assertThat(server.sql("update account set language = language where identifier_value = '999990184'"))
                .isOne();
    }

    @Test
    void the_twelfth_birthday_is_old_enough_and_the_day_before_is_not() {
        server.fhir()
                .knowsPatient(
                        SYSTEM + "|999990196",
                        patient("999990196", today.minusYears(12).toString(), "2020-01-02"));
        server.fhir()
                .knowsPatient(
                        SYSTEM + "|999990202",
                        patient("999990202", today.minusYears(12).plusDays(1).toString(), "2020-01-02"));

        assertThat(arrive("999990196").location()).isEqualTo("/inloggen/digid/account");
        refuses("999990202", "U kunt nog geen eigen account maken");
    }

    @Test
    void a_number_that_the_hospital_did_not_verify_is_refused() {
        server.fhir().knowsPatient(SYSTEM + "|999990214", patient("999990214", "1968-03-14", null));
        server.fhir()
                .knowsPatient(
                        SYSTEM + "|999990226",
                        patient("999990226", "1968-03-14", today.plusDays(2).toString()));

        refuses("999990214", "burgerservicenummer nog niet gecontroleerd");
        refuses("999990226", "burgerservicenummer nog niet gecontroleerd");
    }

    @Test
    void who_is_no_patient_here_or_has_died_is_refused() {
        server.fhir()
                .knowsPatient(
                        SYSTEM + "|999990238",
                        patient("999990238", "1968-03-14", "2020-01-02")
                                .replace("{\"resourceType\"", "{\"deceasedBoolean\":true,\"resourceType\""));

        refuses("999990251", "Wij kennen u hier niet als patiënt");
        refuses("999990238", "Wij kennen u hier niet als patiënt");
    }

    @Test
    void when_the_fhir_server_is_down_the_page_says_so() {
        server.fhir().fail(true);

        Answer down = arrive("999990147");

        assertThat(down.status()).isEqualTo(503);
        assertThat(down.body()).contains("Uw dossier is nu niet bereikbaar");
    }

    @Test
    void an_enrolment_waits_fifteen_minutes_and_belongs_to_its_browser() {
        server.fhir().knowsPatient(SYSTEM + "|999990263", patient("999990263", "1968-03-14", "2020-01-02"));
        arrive("999990263");
        browser.get("/inloggen/digid/account");

        assertThat(new Browser(server.issuer()).get("/inloggen/digid/account").location())
                .isEqualTo("/inloggen?melding=verlopen");
        server.sql("update digid_enrolment set created_at = created_at - interval '16 minutes'");
        assertThat(browser.submit("/inloggen/digid/account", Map.of("akkoord", "ja"))
                        .location())
                .isEqualTo("/inloggen?melding=verlopen");
    }

    private void enrol(String bsn) {
        server.fhir().knowsPatient(SYSTEM + "|" + bsn, patient(bsn, "1968-03-14", "2020-01-02"));
        arrive(bsn);
        browser.get("/inloggen/digid/account");
        assertThat(browser.submit("/inloggen/digid/account", Map.of("akkoord", "ja"))
                        .status())
                .isEqualTo(302);
    }

    private void refuses(String bsn, String words) {
        Answer refused = arrive(bsn);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains(words).doesNotContain(bsn);
    }

    private Answer arrive(String bsn) {
        return DigidVisit.comeBack(server, browser, bsn);
    }

    private static String patient(String bsn, String born, String verified) {
        String extension = verified == null
                ? ""
                : ",\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/identifier-validDate\","
                        + "\"valueDateTime\":\"" + verified + "\"}]";
        return "{\"resourceType\":\"Patient\",\"id\":\"p-" + bsn + "\",\"birthDate\":\"" + born
                + "\",\"identifier\":[{\"system\":\"" + SYSTEM + "\",\"value\":\"" + bsn + "\"" + extension + "}]}";
    }
}
