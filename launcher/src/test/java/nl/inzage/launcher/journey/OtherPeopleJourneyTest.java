package nl.inzage.launcher.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import nl.inzage.browser.Chromium;
import nl.inzage.launcher.Addresses;
import nl.inzage.launcher.RunningDossier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Other people than the ordinary patient: who waits for a result, who works at the desk, who has a family. */
@ExtendWith({Chromium.class, RunningDossier.class})
class OtherPeopleJourneyTest {

    @Test
    void a_result_under_embargo_shows_nowhere_and_older_ones_do(Browser browser, Addresses addresses) {
        try (Visitor bram = Visitor.atADesk(browser, addresses)) {
            bram.logIn("bram.dejong");
            for (String path : new String[] {"/overzicht", "/uitslagen", "/brieven"}) {
                bram.open(path);
                // The newest PSA, of three days ago, and the value that was measured with it for the first time.
                bram.doesNotSee("23,4");
                bram.doesNotSee("lkalische fosfatase");
            }
            bram.open("/uitslagen").looksAround("desktop-uitslagen-embargo");
            bram.sees("PSA");
            bram.sees("Mist u een uitslag?");
        }
    }

    @Test
    void a_desk_employee_logs_in_and_opens_no_dossier(Browser browser, Addresses addresses) {
        try (Visitor desk = Visitor.atADesk(browser, addresses)) {
            desk.logIn("balie.linde");
            assertThat(desk.page()).hasTitle("Balie - Inzage");
            desk.looksAround("desktop-balie");
            for (String path : new String[] {"/overzicht", "/uitslagen", "/brieven", "/gegevens"}) {
                desk.open(path);
                assertThat(desk.page()).hasTitle("Balie - Inzage");
            }
        }
    }

    @Test
    void a_parent_sees_the_own_dossier(Browser browser, Addresses addresses) {
        try (Visitor fatima = Visitor.withAPhone(browser, addresses)) {
            fatima.logIn("fatima.elamrani").open("/gegevens");
            fatima.sees("Fatima");
            assertThat(fatima.text()).doesNotContain("999990032");
        }
    }

    @Test
    void wrong_passwords_and_unknown_people_get_the_same_answer(Browser browser, Addresses addresses) {
        try (Visitor visitor = Visitor.atADesk(browser, addresses)) {
            for (String username : new String[] {"willem.vandenberg", "nobody.atall"}) {
                visitor.open("/inloggen");
                visitor.page().getByLabel("Gebruikersnaam").fill(username);
                visitor.page().getByLabel("Wachtwoord").fill("Dit is het niet 123");
                visitor.page().locator("button[type=submit]").first().click();
                visitor.sees("De gebruikersnaam of het wachtwoord klopt niet.");
                visitor.looksAround("desktop-inloggen-fout");
            }
        }
    }
}
