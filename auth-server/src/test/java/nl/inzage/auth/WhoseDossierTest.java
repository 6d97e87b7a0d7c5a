package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.ConsentAnswer;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Who opens more than one dossier says for each app whose it is; the server never picks. */
@TestInstance(Lifecycle.PER_CLASS)
class WhoseDossierTest {

    private static final StubPatient CHILD =
            StubPatient.of("kind-van-mees", "linde", StubPatient.numberOf("kind-van-mees"), "2019-05-04");

    private final RunningServer server = RunningServer.shared();
    private final App kompas = App.kompas(server).asking("launch/patient online_access patient/Patient.rs");
    private final App portal = App.portal(server);
    private final Journey journey = new Journey(server);
    private final Browser browser = journey.browser();

    @BeforeAll
    void logIn() {
        server.forgetAttempts();
        server.fhir().has(CHILD);
        journey.logIn(People.MEES);
    }

    @BeforeEach
    void twoDossiers() {
        server.lend(People.MEES.username(), CHILD.id());
    }

    @AfterEach
    void oneDossier() {
        server.lend(People.MEES.username());
    }

    @Test
    void the_page_asks_whose_and_nothing_is_chosen_beforehand() {
        String address = picker(kompas);
        String page = browser.get(address).body();

        assertThat(page)
                .contains("Van wie wilt u gegevens delen?", "uzelf", "Petra Maria van der Linden")
                .doesNotContain("checked");
        assertThat(browser.submit(address, Map.of()).body()).contains("Kies van wie u gegevens wilt delen.");
    }

    @Test
    void the_chosen_dossier_is_named_and_is_that_of_the_token_and_of_each_refresh() {
        ConsentAnswer consent = consentFor(CHILD.id());
        assertThat(consent.page().body()).contains("<dd>Petra Maria van der Linden</dd>");

        Answer token = kompas.redeem(consent.yes().parameters().get("code"));
        Answer refreshed = kompas.refresh(Tokens.refreshToken(token));

        assertThat(token.json().get("patient").asText()).isEqualTo(CHILD.id());
        assertThat(Tokens.claims(token, "access_token").getClaim("patient")).isEqualTo(CHILD.id());
        assertThat(Tokens.claims(token, "access_token").getClaim("fhirUser"))
                .isEqualTo("Patient/" + People.MEES.fhirId());
        assertThat(refreshed.json().get("patient").asText()).isEqualTo(CHILD.id());
    }

    @Test
    void the_portal_asks_whose_as_well_and_needs_no_yes() {
        String address = picker(portal);
        browser.get(address);

        Answer back = browser.submit(address, Map.of("patient", CHILD.id()));

        assertThat(portal.redeem(back.parameters().get("code"))
                        .json()
                        .get("patient")
                        .asText())
                .isEqualTo(CHILD.id());
        assertThat(browser.submit(address, Map.of("patient", CHILD.id())).status())
                .isEqualTo(400);
    }

    @Test
    void a_dossier_of_a_stranger_cannot_be_chosen() {
        String address = picker(kompas);
        browser.get(address);

        assertThat(browser.submit(address, Map.of("patient", People.EVA.fhirId()))
                        .status())
                .isEqualTo(400);
        assertThat(browser.get(address.replace("/wie", "")).location()).contains("/toestemming/wie?");
    }

    @Test
    void a_yes_without_a_chosen_dossier_counts_for_nothing() {
        String address = picker(kompas).replace("/wie", "");
        browser.get("/account");

        assertThat(browser.submitForm(address, "data=read+Patient&patient=" + CHILD.id())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_page_that_named_one_dossier_cannot_say_yes_for_another() {
        ConsentAnswer consent = consentFor(CHILD.id());
        browser.submit("/toestemming/wie?" + consent.state(), Map.of("patient", People.MEES.fhirId()));

        assertThat(consent.yes().status()).isEqualTo(400);
    }

    @Test
    void a_dossier_that_is_open_no_longer_gives_no_code_no_token_and_no_refresh_and_ends_what_was_given() {
        ConsentAnswer late = consentFor(CHILD.id());
        String code = consentFor(CHILD.id()).yes().parameters().get("code");
        Answer token = kompas.redeem(consentFor(CHILD.id()).yes().parameters().get("code"));
        assertThat(isActive(token)).isTrue();

        server.lend(People.MEES.username());

        assertThat(isActive(token)).isFalse();
        assertThat(late.yes().status()).isEqualTo(400);
        assertThat(Tokens.error(kompas.redeem(code))).isEqualTo("400 invalid_grant");
        assertThat(Tokens.error(kompas.refresh(Tokens.refreshToken(token)))).isEqualTo("400 invalid_grant");
    }

    @Test
    void an_app_is_opened_on_the_dossier_that_the_person_says() {
        String page = browser.get("/apps").body();
        assertThat(page).contains("Van wie wilt u gegevens delen?", "Petra Maria van der Linden");
        assertThat(browser.submit("/apps/openen", Map.of("app", "kompas")).body())
                .contains("Kies van wie u gegevens wilt delen.");

        Answer opened = browser.submit("/apps/openen", Map.of("app", "kompas", "patient", CHILD.id()));
        App launched = kompas.asking("launch patient/Patient.rs");
        ConsentAnswer consent = ConsentAnswer.to(
                browser, launched.launchedAddress(opened.parameters().get("launch")));

        assertThat(consent.page().body()).contains("<dd>Petra Maria van der Linden</dd>");
        assertThat(browser.submit("/toestemming/wie?" + consent.state(), Map.of("patient", People.MEES.fhirId()))
                        .status())
                .isEqualTo(400);
        assertThat(launched.redeem(consent.yes().parameters().get("code"))
                        .json()
                        .get("patient")
                        .asText())
                .isEqualTo(CHILD.id());
    }

    /** From an app's request to the address of the page that asks whose dossier it is. */
    private String picker(App app) {
        String consent = browser.get(app.authorizeAddress()).location();
        assertThat(consent).contains("/toestemming?");
        String picker = browser.get(consent).location();
        assertThat(picker).contains("/toestemming/wie?");
        return picker;
    }

    private ConsentAnswer consentFor(String patient) {
        String address = picker(kompas);
        browser.get(address);
        return ConsentAnswer.at(
                browser, browser.submit(address, Map.of("patient", patient)).location());
    }

    private boolean isActive(Answer token) {
        return App.fhirServer(server)
                .post(
                        "/oauth2/introspect",
                        Map.of("token", token.json().get("access_token").asText()))
                .json()
                .get("active")
                .asBoolean();
    }
}
