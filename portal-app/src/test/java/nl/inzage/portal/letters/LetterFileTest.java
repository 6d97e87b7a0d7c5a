package nl.inzage.portal.letters;

import static org.assertj.core.api.Assertions.assertThat;

import nl.inzage.portal.fixture.Browser;
import nl.inzage.portal.fixture.Browser.Page;
import nl.inzage.portal.fixture.RunningPortal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterFileTest {

    private final RunningPortal portal = RunningPortal.shared();
    private final Browser browser = portal.browser();

    @Test
    void aPdfOpensInTheBrowserUnderANameThatTellsNothing() {
        Page file = browser.open("/brieven/brief-huisarts/bestand");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).contains("application/pdf");
        assertThat(file.header("Content-Disposition")).contains("inline; filename=\"brief-2026-05-20.pdf\"");
        assertThat(file.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.header("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(file.body()).startsWith("%PDF-1.4").contains("Geachte collega");
    }

    @Test
    void aPageThatCallsItselfAPdfIsDownloadedAndNotShown() {
        Page file = browser.open("/brieven/brief-met-script/bestand");

        assertThat(file.header("Content-Type")).contains("application/octet-stream");
        assertThat(file.header("Content-Disposition").orElseThrow()).startsWith("attachment");
        assertThat(file.header("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .doesNotContain("script-src");
    }

    @Test
    void anAddressOutsideTheFhirServerIsNeverFetched() {
        browser.logIn();

        Page list = browser.get("/brieven");
        Page file = browser.get("/brieven/brief-elders/bestand");

        assertThat(list.text())
                .contains("Brief van een ander ziekenhuis 1 februari 2022 Deze brief kan niet geopend worden.");
        assertThat(file.status()).isEqualTo(404);
    }

    @Test
    void aLetterThatWasReplacedIsNotInTheList() {
        assertThat(browser.open("/brieven").text()).doesNotContain("Oude versie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/brieven/unknown/bestand", "/brieven/geen-pdf/bestand"})
    void aFileOpensOnlyThroughALetterOfThisDossier(String path) {
        browser.logIn();

        assertThat(browser.get(path).status()).isEqualTo(404);
    }

    @Test
    void aFileThatCannotBeFetchedNowSaysSo() {
        browser.logIn();
        portal.hospital().archive().fail("Binary", 500);

        Page page = browser.get("/brieven/brief-huisarts/bestand");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("Dit lukt nu even niet");
    }
}
