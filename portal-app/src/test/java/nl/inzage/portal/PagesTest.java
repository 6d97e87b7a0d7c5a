package nl.inzage.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import nl.inzage.portal.fixture.Browser;
import nl.inzage.portal.fixture.Browser.Page;
import nl.inzage.portal.fixture.RunningPortal;
import nl.inzage.portal.hospital.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every page has in common, and the pages that are too small for a test class of their own. */
class PagesTest {

    private final RunningPortal portal = RunningPortal.shared();
    private final Browser browser = portal.browser();
    private final Archive archive = portal.hospital().archive();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/hulp",
                "/privacy",
                "/toegankelijkheid",
                "/uitgelogd",
                "/overzicht",
                "/uitslagen",
                "/uitslagen/hba1c-nieuwste",
                "/medicijnen",
                "/afspraken",
                "/brieven",
                "/gegevens",
                "/niet-bestaand"
            })
    void everyPageForbidsTheBrowserWhatItDoesNotNeed(String path) {
        browser.logIn();

        Page page = browser.get(path);

        String policy = page.header("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .startsWith("default-src 'none'")
                .contains("script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .contains("form-action 'self' " + portal.hospital().url())
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.header("X-Frame-Options")).contains("DENY");
        assertThat(page.header("Referrer-Policy")).contains("no-referrer");
        assertThat(page.header("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.body())
                .startsWith("<!DOCTYPE html>")
                .doesNotContain("<style", " style=", "<script>", "999990019");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    /overzicht,  Overzicht
                    /uitslagen,  Uitslagen
                    /medicijnen, Medicijnen
                    /afspraken,  Afspraken
                    /brieven,    Brieven
                    /gegevens,   Mijn gegevens
                    """)
    void theMenuSaysWhereYouAre(String path, String name) {
        browser.logIn();

        assertThat(browser.get(path).body())
                .containsPattern("href=\"" + path + "\" aria-current=\"page\">[\\s\\S]{0,900}<span>" + name + "</span>")
                .containsOnlyOnce("aria-current=\"page\"");
    }

    @Test
    void theOverviewShowsAFewLinesOfEverything() {
        String text = browser.open("/overzicht").text();

        assertThat(text)
                .contains("Uw volgende afspraken Bloed prikken woensdag 25 november 2026 8.10 uur")
                .contains("Laatste uitslagen Controle diabetes en nieren 12 november 2026 6 waarden")
                .contains("Uw medicijnen Atorvastatine 20 mg tablet")
                .contains("Laatste brieven Brief aan uw huisarts: controle diabetes 20 mei 2026");
    }

    @Test
    void theOverviewLeadsToWhatItNames() {
        assertThat(browser.open("/overzicht").body())
                .contains("href=\"/brieven/brief-huisarts/bestand\"", "(pdf, ")
                .containsPattern("href=\"/uitslagen\"[^>]*>Controle diabetes en nieren<")
                .containsPattern("href=\"/afspraken\"[^>]*>Bloed prikken<")
                .containsPattern("href=\"/medicijnen\"[^>]*>Atorvastatine 20 mg tablet<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Appointment", "MedicationRequest", "DocumentReference", "Observation", "Patient"})
    void theOverviewStandsWhenOnePartFails(String type) {
        archive.fail(type, 500);

        Page page = browser.open("/overzicht");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Uw volgende afspraken", "Laatste uitslagen", "Uw medicijnen", "Laatste brieven");
    }

    @Test
    void medicinesInUseStandApartFromTheOnesThatWereStopped() {
        String text = browser.open("/medicijnen").text();

        assertThat(text)
                .contains(
                        "Metformine 500 mg tablet 3 keer per dag 1 tablet, bij de maaltijd Waarvoor Diabetes type 2 Sinds 3 juni 2019")
                .contains("Omeprazol 20 mg capsule Tijdelijk gestopt")
                .contains(
                        "Vitamine D 20 microgram (zonder recept) 1 keer per dag 1 tablet Sinds oktober 2023 Dit hebt u zelf verteld.")
                .doesNotContain("Voorgeschreven door Uzelf")
                .contains("Medicijnen die u niet meer gebruikt (2)")
                .contains("Deze lijst is misschien niet compleet.");
        assertThat(text.indexOf("Diclofenac")).isGreaterThan(text.indexOf("Medicijnen die u niet meer gebruikt"));
    }

    @Test
    void aLetterIsNotCalledALetterOnceMoreOnThePageOfLetters() {
        assertThat(browser.open("/brieven").text())
                .contains("Brief aan uw huisarts: controle diabetes 20 mei 2026 Dr. M. Bakker, internist Openen")
                .contains("Dr. L. Chen, oogarts Poliklinisch verslag Openen");
    }

    @Test
    void appointmentsToComeStandBeforePastOnes() {
        String text = browser.open("/afspraken").text();

        assertThat(text)
                .contains(
                        "Komende afspraken woensdag 25 november 2026 8.10 uur Bloed prikken Met Laboratorium Waar Priklab")
                .contains("Nog niet zeker")
                .contains("Eerdere afspraken dinsdag 11 augustus 2026 15.00 uur Oogcontrole Afgezegd");
    }

    @Test
    void anAppointmentThatHasBegunStillStandsWithThoseToCome() {
        portal.clock().is(Instant.parse("2026-11-25T07:19:00Z"));

        String text = browser.open("/afspraken").text();

        assertThat(text.indexOf("Bloed prikken")).isLessThan(text.indexOf("Eerdere afspraken"));
    }

    @Test
    void anAppointmentThatHasEndedIsNoLongerToCome() {
        portal.clock().is(Instant.parse("2026-11-25T07:20:00Z"));

        String text = browser.open("/afspraken").text();

        assertThat(text.indexOf("Bloed prikken")).isGreaterThan(text.indexOf("Eerdere afspraken"));
    }

    @Test
    void personalDataAreShownWithoutTheBsn() {
        Page page = browser.open("/gegevens");

        assertThat(page.text())
                .contains("Naam Anna Visser", "Geboortedatum 14 maart 1961", "Adres Lindelaan 12 1234 AB Elmstad")
                .contains("Huisarts Huisartsenpraktijk De Brug");
        assertThat(page.body()).doesNotContain("999990019");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    /medicijnen, Er zijn geen medicijnen bekend
                    /afspraken,  U hebt geen komende afspraken.
                    /brieven,    Er zijn nog geen brieven
                    """)
    void anEmptyPageSaysWhyItIsEmpty(String path, String explanation) {
        portal.hospital().auth().patient("bram");

        assertThat(browser.open(path).text()).contains(explanation);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    /medicijnen, MedicationRequest, Er zijn geen medicijnen bekend
                    /afspraken,  Appointment,       U hebt geen komende afspraken.
                    /brieven,    DocumentReference, Er zijn nog geen brieven
                    /gegevens,   Patient,           Er zijn geen gegevens bekend
                    """)
    void aFailureIsNeverSoldAsAnEmptyDossier(String path, String type, String empty) {
        portal.hospital().auth().patient("bram");
        archive.fail(type, 503);

        assertThat(browser.open(path).text())
                .contains("Niet alle gegevens zijn opgehaald")
                .doesNotContain(empty);
    }

    @Test
    void anEmployeeIsGreetedAndToldThatNoDossierOpens() {
        portal.hospital().auth().employee("Bea Balie");

        Page page = browser.logIn();

        assertThat(page.path()).isEqualTo("/balie");
        assertThat(page.text())
                .contains("Dag Bea Balie")
                .contains("Met dit account van het ziekenhuis kunt u geen dossier van een patiënt openen.")
                .doesNotContain("Medicijnen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/overzicht", "/uitslagen", "/medicijnen", "/afspraken", "/brieven", "/gegevens"})
    void anEmployeeGetsThatPageInsteadOfADossier(String path) {
        portal.hospital().auth().employee(null);
        browser.logIn();

        Page page = browser.get(path);

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("Welkom").contains("kunt u geen dossier van een patiënt openen");
        assertThat(archive.requests()).allMatch(request -> request.contains("smart-configuration"));
    }

    @Test
    void aPatientHasNothingToDoAtTheDesk() {
        assertThat(browser.open("/balie").path()).isEqualTo("/overzicht");
    }

    @Test
    void englishIsOneClickAwayAndStays() {
        browser.logIn();

        Page english = browser.get("/uitslagen?taal=en");

        assertThat(english.body()).contains("<html lang=\"en\">");
        assertThat(english.text())
                .contains("Results", "Higher than normal", "12 November 2026", "49 mmol/mol", "Normal: 4,0 to 6,1");
        assertThat(browser.get("/medicijnen").text())
                .contains("What you use now")
                .contains("Texts that the hospital wrote itself are in Dutch.");
        assertThat(browser.get("/medicijnen").body()).contains("lang=\"nl\">Metformine 500 mg tablet</span>");
        assertThat(browser.get("/medicijnen?taal=nl").text())
                .contains("Wat u nu gebruikt")
                .doesNotContain("Teksten die het ziekenhuis zelf schreef");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "xx", "nl-BE", "", "../../etc"})
    void aLanguageWeDoNotSpeakChangesNothing(String language) {
        assertThat(browser.get("/?taal=" + language, "Accept-Language", "de").body())
                .contains("<html lang=\"nl\">");
    }

    @Test
    void whatDoesNotExistSaysSoInTheSameFrame() {
        browser.logIn();

        Page page = browser.get("/bestaat-niet", "Accept", "text/html");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("Deze pagina is er niet").contains("Naar mijn overzicht");
    }

    @Test
    void whileTheOthersStartThePublicPagesAreThereAndLoginSaysToWait() {
        assertThat(browser.get("/").text()).contains("Uw dossier van het ziekenhuis, op één plek");
        assertThat(browser.get("/uitgelogd").text()).contains("U bent uitgelogd");
    }
}
