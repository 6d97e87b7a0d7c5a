package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator looks after the accounts of who works for the own hospital. */
class StaffTest {

    private static final String REASON = "Begint maandag bij ons";

    private final RunningServer server = RunningServer.shared();

    @Test
    void the_list_shows_who_works_for_the_own_hospital() {
        Browser administrator = administrator();

        assertThat(administrator.get("/balie").location()).isEqualTo("/beheer");
        assertThat(administrator.get("/beheer").body())
                .contains("balie.linde", "Werkt aan de balie", "arts.linde", "Zorgverlener")
                .doesNotContain("balie.umcg", "anna.visser");
        assertThat(administrator.submit("/beheer", Map.of("begin", "ARTS")).body())
                .contains("arts.linde")
                .doesNotContain("balie.linde");
    }

    @ParameterizedTest
    @EnumSource(
            value = People.class,
            names = {"ANNA", "DESK", "CLINIC_AMC", "DOCTOR"})
    void nobody_but_an_administrator_comes_in(People person) {
        Browser other = loggedIn(person);
        String doctor = idOf("arts.linde");

        assertThat(other.get("/beheer").status()).isEqualTo(403);
        assertThat(other.get("/beheer/nieuw").status()).isEqualTo(403);
        assertThat(other.get("/beheer/medewerker?id=" + doctor).status()).isEqualTo(403);
        assertThat(closes(other, doctor).status()).isEqualTo(403);
        assertThat(new Journey(server).browser().get("/beheer").location()).isEqualTo("/inloggen");
        assertThat(isOpen("arts.linde")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"arts.linde", "dirk.bakker"})
    void staff_of_another_hospital_and_patients_are_not_there(String username) {
        Browser other = loggedIn(username.equals("arts.linde") ? People.ADMINISTRATOR_UMCU : People.ADMINISTRATOR);
        other.get("/beheer");
        String id = idOf(username);

        assertThat(other.get("/beheer/medewerker?id=" + id).status()).isEqualTo(404);
        assertThat(closes(other, id).status()).isEqualTo(404);
        assertThat(resetsPassword(other, id).status()).isEqualTo(404);
        assertThat(other.submit("/beheer/medewerker/manieren", Map.of("id", id, "reason", REASON))
                        .status())
                .isEqualTo(404);
        assertThat(isOpen(username)).isTrue();
    }

    @Test
    void an_administrator_does_nothing_to_the_own_account() {
        Browser administrator = administrator();
        String own = idOf("beheer.linde");

        assertThat(closes(administrator, own).body()).contains("Dit is uw eigen account");
        assertThat(resetsPassword(administrator, own).body())
                .contains("Dit is uw eigen account")
                .doesNotContain("geheim");
        assertThat(isOpen("beheer.linde")).isTrue();
        assertThat(administrator.get("/beheer").status()).isEqualTo(200);
    }

    @Test
    void each_mistake_in_the_form_of_a_new_employee_is_told() {
        Browser administrator = administrator();

        assertThat(adds(administrator, Map.of("number", "12", "role", "patient", "phone", "12", "reason", ""))
                        .body())
                .contains("number-error", "role-error", "phone-error", "reason-error", "9 cijfers in");
        assertThat(adds(administrator, Map.of("number", "900000077")).body()).contains("kent geen medewerker");
        assertThat(adds(administrator, Map.of("number", "900000005")).body()).contains("heeft al een account");
        server.fhir().knows("http://fhir.nl/fhir/NamingSystem/uzi-nr-pers|900000078", "id-of-another");
        assertThat(adds(administrator, Map.of("number", "900000078", "username", "Arts.Linde"))
                        .body())
                .contains("bestaat al");
        assertThat(server.count("account where identifier_value in ('900000077', '900000078')"))
                .isZero();
    }

    @Test
    void a_new_employee_comes_in_with_the_letter_and_a_code_and_is_out_when_the_account_closes() {
        server.fhir().knows("http://fhir.nl/fhir/NamingSystem/uzi-nr-pers|900000071", "id-of-new");
        Browser administrator = administrator();
        String password = Desk.secret(adds(administrator, Map.of())).strip();
        Journey journey = new Journey(server);
        journey.browser().get("/inloggen");
        assertThat(journey.password("nieuw.linde", password).location()).isEqualTo("/inloggen/code");
        journey.browser().get("/inloggen/code");
        assertThat(journey.code(server.sms().newestCode("+31612340071")).location())
                .isEqualTo("/wachtwoord-vergeten/nieuw");
        journey.browser().get("/wachtwoord-vergeten/nieuw");
        journey.browser()
                .submit("/wachtwoord-vergeten/nieuw", Map.of("password", People.PASSWORD, "again", People.PASSWORD));
        Journey desk = new Journey(server);
        String tokenCode = codeFor(desk);
        String refresh = Tokens.refreshToken(App.portal(server).redeem(tokenCode));
        assertThat(desk.browser().get("/balie").status()).isEqualTo(200);

        assertThat(closes(administrator, idOf("nieuw.linde")).location()).contains("melding=gesloten");

        assertThat(desk.browser().get("/balie").location()).isEqualTo("/inloggen");
        assertThat(Tokens.error(App.portal(server).refresh(refresh))).isEqualTo("400 invalid_grant");
        Journey again = new Journey(server);
        again.browser().get("/inloggen");
        assertThat(again.password("nieuw.linde", People.PASSWORD).location()).isNotEqualTo("/inloggen/code");
        assertThat(written("staff_added", "nieuw.linde")).isOne();
        assertThat(written("closed", "nieuw.linde")).isOne();
    }

    private String codeFor(Journey journey) {
        journey.open(App.portal(server));
        journey.password("nieuw.linde", People.PASSWORD);
        journey.browser().get("/inloggen/code");
        Answer on = journey.code(server.sms().newestCode("+31612340071"));
        return journey.browser().get(on.location()).parameters().get("code");
    }

    @Test
    void a_reset_takes_password_block_sessions_and_second_factor_away_and_says_why() {
        Browser administrator = administrator();
        Browser doctor = loggedIn(People.DOCTOR);
        String id = idOf("arts.linde");

        assertThat(administrator
                        .submit("/beheer/medewerker/wachtwoord", Map.of("id", id, "reason", ""))
                        .body())
                .contains("id=\"wachtwoord-reason-error\"");
        assertThat(doctor.get("/account").status()).isEqualTo(200);
        String password = Desk.secret(resetsPassword(administrator, id)).strip();

        assertThat(doctor.get("/account").location()).isEqualTo("/inloggen");
        assertThat(attempt(People.PASSWORD).location()).isNotEqualTo("/inloggen/code");
        assertThat(attempt(password).location()).isEqualTo("/inloggen/code");
        assertThat(administrator
                        .submit(
                                "/beheer/medewerker/manieren",
                                Map.of("id", id, "phone", "06 12340072", "reason", REASON))
                        .location())
                .contains("melding=manieren");
        Journey journey = new Journey(server);
        journey.browser().get("/inloggen");
        journey.password("arts.linde", password);
        journey.browser().get("/inloggen/code");
        assertThat(server.sms().texts("+31612340072")).isNotEmpty();
        assertThat(written("letter_issued", "arts.linde")).isOne();
        assertThat(written("factors_removed", "arts.linde")).isOne();
        assertThat(written("phone_changed", "arts.linde")).isOne();
        restoreTheDoctor();
    }

    private void restoreTheDoctor() {
        server.sql("update account set phone = '" + People.DOCTOR.phone() + "', password_hash = (select password_hash "
                + "from account where username = 'balie.linde') where username = 'arts.linde'");
        server.sql("delete from temporary_password");
        server.forgetAttempts();
    }

    private Answer attempt(String password) {
        server.forgetAttempts();
        Journey journey = new Journey(server);
        journey.browser().get("/inloggen");
        return journey.password("arts.linde", password);
    }

    private Browser administrator() {
        Browser administrator = loggedIn(People.ADMINISTRATOR);
        administrator.get("/beheer");
        return administrator;
    }

    private Browser loggedIn(People person) {
        server.forgetAttempts();
        Journey journey = new Journey(server);
        assertThat(journey.logIn(person).status()).isEqualTo(302);
        journey.browser().get("/account");
        return journey.browser();
    }

    private static Answer closes(Browser browser, String id) {
        return browser.submit("/beheer/medewerker/sluiten", Map.of("id", id, "sure", "ja", "reason", REASON));
    }

    private static Answer resetsPassword(Browser browser, String id) {
        return browser.submit("/beheer/medewerker/wachtwoord", Map.of("id", id, "reason", REASON));
    }

    private static Answer adds(Browser administrator, Map<String, String> changed) {
        administrator.get("/beheer/nieuw");
        Map<String, String> fields = new HashMap<>(Map.of(
                "number", "900000071",
                "role", "desk",
                "username", "nieuw.linde",
                "phone", "06 12340071",
                "language", "nl",
                "reason", REASON));
        fields.putAll(changed);
        return administrator.submit("/beheer/nieuw", fields);
    }

    private int written(String act, String username) {
        return server.count(
                "account_event e join account a on a.id = e.account_id join account b on b.id = e.by_account"
                        + " where b.username = 'beheer.linde' and act = '" + act + "' and reason = '" + REASON
                        + "' and a.username = '" + username + "'");
    }

    private boolean isOpen(String username) {
        return server.count("account where username = '" + username + "' and closed_at is null") == 1;
    }

    private String idOf(String username) {
        return server.text("select id from account where username = '" + username + "'");
    }
}
