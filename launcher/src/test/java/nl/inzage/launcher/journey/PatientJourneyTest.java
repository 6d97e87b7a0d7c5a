package nl.inzage.launcher.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.charset.StandardCharsets;
import nl.inzage.browser.Chromium;
import nl.inzage.launcher.Addresses;
import nl.inzage.launcher.RunningDossier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a patient does, from the first page to logging out, in a real browser against the real servers. */
@ExtendWith({Chromium.class, RunningDossier.class})
class PatientJourneyTest {

    @Test
    void a_patient_reads_the_dossier_at_a_desk(Browser browser, Addresses addresses) {
        try (Visitor anna = Visitor.atADesk(browser, addresses)) {
            reads(anna, "desktop");
        }
    }

    @Test
    void a_patient_reads_the_dossier_on_a_phone(Browser browser, Addresses addresses) {
        try (Visitor anna = Visitor.withAPhone(browser, addresses)) {
            reads(anna, "phone");
        }
    }

    private static void reads(Visitor anna, String device) {
        anna.open("/").looksAround(device + "-start");
        anna.logIn("anna.visser");
        assertThat(anna.page()).hasTitle("Overzicht - Inzage");
        anna.looksAround(device + "-overzicht");

        anna.open("/uitslagen").looksAround(device + "-uitslagen");
        anna.sees("HbA1c");
        anna.open("/medicijnen").looksAround(device + "-medicijnen");
        anna.sees("etformine");
        anna.open("/afspraken").looksAround(device + "-afspraken");
        anna.open("/gegevens").looksAround(device + "-gegevens");
        anna.sees("Visser");
        anna.open("/brieven").looksAround(device + "-brieven");
        opensALetter(anna);

        anna.logOut().looksAround(device + "-uitgelogd");
        assertThat(anna.complaints()).isEmpty();
    }

    private static void opensALetter(Visitor anna) {
        Locator letter = anna.page().locator("main a[href*='/bestand']").first();
        String address = letter.evaluate("link => link.href").toString();
        APIResponse file = anna.page().request().get(address);

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers()).containsEntry("content-type", "application/pdf");
        assertThat(new String(file.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void after_logging_out_the_back_button_shows_nothing_of_the_dossier(Browser browser, Addresses addresses) {
        try (Visitor anna = Visitor.atADesk(browser, addresses)) {
            anna.logIn("anna.visser").open("/uitslagen");
            anna.sees("HbA1c");
            anna.logOut();

            anna.page().goBack();
            anna.doesNotSee("HbA1c");
            anna.open("/uitslagen");
            anna.doesNotSee("HbA1c");
        }
    }

    @Test
    void everything_works_without_javascript(Browser browser, Addresses addresses) {
        try (Visitor anna = Visitor.withoutJavaScript(browser, addresses)) {
            anna.logIn("anna.visser");
            assertThat(anna.page()).hasTitle("Overzicht - Inzage");
            for (String item : new String[] {"Uitslagen", "Medicijnen", "Afspraken", "Brieven"}) {
                anna.choose(item);
                assertThat(anna.page()).hasTitle(item + " - Inzage");
            }
            anna.logOut();
        }
    }

    @Test
    void the_pages_are_readable_in_the_dark_and_in_english(Browser browser, Addresses addresses) {
        try (Visitor anna = Visitor.inTheDark(browser, addresses)) {
            anna.logIn("anna.visser").open("/overzicht").looksAround("dark-overzicht");
            anna.open("/uitslagen").looksAround("dark-uitslagen");
            anna.open("/overzicht?taal=en").looksAround("english-overzicht");
            assertThat(anna.page().locator("html")).hasAttribute("lang", "en");
        }
    }

    @Test
    void a_page_of_the_dossier_asks_a_stranger_to_log_in(Browser browser, Addresses addresses) {
        try (Visitor stranger = Visitor.atADesk(browser, addresses)) {
            Page page = stranger.page();
            Response response =
                    page.navigate(addresses.portal().resolve("/uitslagen").toString());

            assertThat(response.status()).isEqualTo(200);
            assertThat(page).hasTitle("Inloggen - Inzage");
        }
    }
}
