package nl.inzage.portal.results;

import static org.assertj.core.api.Assertions.assertThat;

import nl.inzage.portal.fixture.Browser;
import nl.inzage.portal.fixture.Browser.Page;
import nl.inzage.portal.fixture.RunningPortal;
import nl.inzage.portal.hospital.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsPageTest {

    private final RunningPortal portal = RunningPortal.shared();
    private final Browser browser = portal.browser();
    private final Archive archive = portal.hospital().archive();

    @Test
    void showsValueRangeAndJudgementInWords() {
        Page page = browser.open("/uitslagen");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Controle diabetes en nieren 12 november 2026 Klinisch Chemisch Laboratorium")
                .contains("HbA1c 49 mmol/mol Hoger dan normaal Normaal: 20 tot 42")
                .contains("LDL-cholesterol 2,3 mmol/L Normaal Normaal: tot 2,6")
                .contains("eGFR (nierfunctie) 82 ml/min/1,73 m² Normaal Normaal: vanaf 60")
                .contains("Ferritine 9 µg/L Veel lager dan normaal")
                .contains("Leukocyten 6,3 ×10⁹/L")
                .contains("CRP (ontsteking) < 4 mg/L Normaal: tot 5")
                .contains("Urinekweek Nog niet definitief Geen groei van bacteriën")
                .contains("Conclusie Bloedsuiker goed ingesteld.")
                .contains("Opmerking van het laboratorium: Bloed is nuchter afgenomen.");
    }

    @Test
    void newestResultsComeFirst() {
        String text = browser.open("/uitslagen").text();

        assertThat(text.indexOf("12 november 2026"))
                .isLessThan(text.indexOf("3 oktober 2026"))
                .isLessThan(text.indexOf("12 mei 2026"));
    }

    @Test
    void anEmptyDossierExplainsWhySomethingMayNotBeShownYet() {
        portal.hospital().auth().patient("bram");

        Page page = browser.open("/uitslagen");

        assertThat(page.text())
                .contains("Er zijn nog geen uitslagen om te laten zien")
                .contains("Uw arts krijgt eerst tijd om de uitslag te bekijken")
                .doesNotContain("Niet alle gegevens zijn opgehaald");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 400, 429})
    void aServerThatFailsGivesAPartialPageWithoutItsErrors(int status) {
        archive.fail("DiagnosticReport", status);

        Page page = browser.open("/uitslagen");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Niet alle gegevens zijn opgehaald")
                .contains("Probeer het opnieuw")
                .contains("HbA1c 49 mmol/mol")
                .doesNotContain("NullPointerException");
    }

    @Test
    void aServerThatDoesNotAnswerIsWaitedForOnce() {
        archive.silentAbout("Observation");
        long start = System.nanoTime();

        Page page = browser.open("/uitslagen");

        assertThat(page.text()).contains("Niet alle gegevens zijn opgehaald").doesNotContain("nog geen uitslagen");
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        assertThat(archive.requests()).noneMatch(request -> request.startsWith("/DiagnosticReport"));
    }

    @Test
    void theServerIsAskedForThisPatientAndNeverForItsCapabilities() {
        browser.open("/uitslagen");

        assertThat(archive.requests())
                .anyMatch(request -> request.startsWith("/Observation?patient=anna&category=laboratory"))
                .noneMatch(request -> request.contains("metadata"));
    }

    @Test
    void oneResultShowsItsCourseAsATableAndAsADrawing() {
        Page page = browser.open("/uitslagen/hba1c-nieuwste");

        assertThat(page.text())
                .contains("12 november 2026, 8.40 uur")
                .contains("49 mmol/mol Hoger dan normaal Normaal: 20 tot 42")
                .contains("Alle uitslagen van HbA1c Datum Waarde Vergeleken met normaal 12 nov. 2026 49 mmol/mol");
        assertThat(page.body())
                .contains("aria-label=\"Grafiek van HbA1c. De tabel eronder bevat dezelfde waarden.\"")
                .contains("class=\"trend__band\"");
        assertThat(page.body().split("<circle class=\"trend__point", -1)).hasSize(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/uitslagen/unknown", "/uitslagen/%2e%2e", "/uitslagen/a%20b"})
    void aResultThatIsNotInThisDossierDoesNotExist(String path) {
        browser.logIn();

        Page page = browser.get(path);

        assertThat(page.status()).isIn(404, 400);
        assertThat(page.text()).doesNotContain("HbA1c");
    }

    @Test
    void aResultThatTheServerRefusesLooksTheSameAsOneThatDoesNotExist() {
        browser.logIn();
        String absent = browser.get("/uitslagen/unknown").text();
        archive.fail("Observation", 403);

        Page refused = browser.get("/uitslagen/hba1c-nieuwste");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.text()).isEqualTo(absent);
    }

    @Test
    void aResultThatCannotBeFetchedNowSaysSo() {
        browser.logIn();
        archive.fail("Observation", 500);

        Page page = browser.get("/uitslagen/hba1c-nieuwste");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("Dit lukt nu even niet");
    }

    @Test
    void aYearShowsOnlyThatYear() {
        browser.logIn();

        String text = browser.open("/uitslagen?jaar=2022").text();

        assertThat(text).contains("12 oktober 2022", "12 maart 2022").doesNotContain("12 november 2026");
    }

    @Test
    void aYearWithoutResultsSaysThatAndOffersTheOthers() {
        browser.logIn();

        String text = browser.open("/uitslagen?jaar=2019").text();

        assertThat(text).contains("Er zijn geen uitslagen uit 2019").contains("Nieuwste 2026 2025 2024");
    }
}
