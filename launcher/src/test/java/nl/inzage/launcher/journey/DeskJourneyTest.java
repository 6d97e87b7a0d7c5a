package nl.inzage.launcher.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import nl.inzage.browser.Chromium;
import nl.inzage.launcher.Addresses;
import nl.inzage.launcher.RunningDossier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the hospital's desk, with a letter, to an account of one's own and into the dossier. */
@ExtendWith({Chromium.class, RunningDossier.class})
class DeskJourneyTest {

    private static final String PHONE = "+31600000009";
    private static final String MAIL = "saskia.deboer@example.org";

    @Test
    void a_patient_makes_an_account_with_the_letter_of_the_desk(Browser browser, Addresses addresses) {
        String code;
        try (Visitor desk = Visitor.atADesk(browser, addresses)) {
            desk.logIn("balie.linde");
            code = letter(desk.page(), desk);
            assertThat(desk.complaints()).isEmpty();
        }
        try (Visitor saskia = Visitor.withAPhone(browser, addresses)) {
            activate(saskia, addresses, code);
            saskia.open("/overzicht");
            assertThat(saskia.page()).hasTitle("Overzicht - Inzage");
            saskia.page().getByRole(AriaRole.LINK, named("Mijn account")).click();
            assertThat(saskia.page()).hasTitle("Mijn account - Inzage");
            saskia.looksAround("phone-mijn-account").sees("Account gemaakt");
            assertThat(saskia.complaints()).isEmpty();
        }
    }

    private static String letter(Page page, Visitor desk) {
        page.getByRole(AriaRole.LINK, named("Naar de balie")).click();
        desk.looksAround("desktop-balie-zoeken");
        page.getByLabel("Waarom zoekt u deze patiënt?").fill("Staat aan de balie");
        page.getByLabel("Geboortedatum").fill("3-2-1979");
        page.getByLabel("Achternaam").fill("Boer");
        button(page, "Zoeken");
        desk.looksAround("desktop-balie-gevonden");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Boer openen"))
                .click();
        desk.looksAround("desktop-balie-patient").sees("Nog geen account");
        page.getByLabel("Paspoort").check();
        page.getByLabel("Ik heb het identiteitsbewijs gezien").check();
        button(page, "Brief maken");
        desk.looksAround("desktop-balie-brief").sees("Uw code voor Inzage");
        return page.locator("#geheim").innerText();
    }

    private static void activate(Visitor saskia, Addresses addresses, String code) {
        Page page = saskia.page();
        Outbox outbox = new Outbox(addresses);
        page.navigate(addresses.issuer() + "/activeren");
        saskia.looksAround("phone-activeren");
        page.getByLabel("Code uit de brief").fill(code);
        page.getByLabel("Geboortedatum").fill("3-2-1979");
        button(page, "Volgende");
        saskia.looksAround("phone-activeren-telefoon");
        page.locator("#code").fill(outbox.newestCode(PHONE));
        button(page, "Volgende");
        saskia.looksAround("phone-activeren-account");
        page.locator("#username").fill("saskia.deboer");
        page.locator("#password").fill("Negen paarse eenden op rij");
        page.locator("#again").fill("Negen paarse eenden op rij");
        button(page, "Volgende");
        saskia.looksAround("phone-activeren-vraag");
        page.getByLabel("In welke straat woonde u toen u tien jaar was?").check();
        page.getByLabel("Uw antwoord").fill("Lindestraat");
        button(page, "Volgende");
        saskia.looksAround("phone-activeren-email");
        page.locator("#email").fill(MAIL);
        button(page, "Volgende");
        page.locator("#code").fill(outbox.newestCode(MAIL));
        button(page, "Volgende");
        saskia.looksAround("phone-activeren-voorwaarden");
        page.getByLabel("Ik ga akkoord met deze voorwaarden").check();
        button(page, "Account maken en inloggen");
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, named(name)).first().click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
