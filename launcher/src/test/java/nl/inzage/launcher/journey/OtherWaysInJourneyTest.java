package nl.inzage.launcher.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import nl.inzage.browser.Chromium;
import nl.inzage.launcher.Addresses;
import nl.inzage.launcher.RunningDossier;
import nl.inzage.launcher.demo.DemoPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Logging in with DigiD, by way of the simulator, and with an authenticator app. */
@ExtendWith({Chromium.class, RunningDossier.class})
class OtherWaysInJourneyTest {

    @Test
    void a_patient_logs_in_with_digid_at_a_desk(Browser browser, Addresses addresses) {
        try (Visitor anna = Visitor.atADesk(browser, addresses)) {
            logsInWithDigid(anna, "desktop");
        }
    }

    @Test
    void a_patient_logs_in_with_digid_on_a_phone(Browser browser, Addresses addresses) {
        try (Visitor anna = Visitor.withAPhone(browser, addresses)) {
            logsInWithDigid(anna, "phone");
        }
    }

    private static void logsInWithDigid(Visitor anna, String device) {
        goesToDigid(anna, device);
        anna.looksAround(device + "-digid-simulator");
        choose(anna, "Anna Visser", "Substantieel");
        assertThat(anna.page()).hasTitle("Overzicht - Inzage");
        anna.open("/gegevens").sees("Visser");
        anna.logOut();
        assertThat(anna.complaints()).isEmpty();
    }

    @Test
    void a_level_that_is_too_low_is_refused_with_an_explanation(Browser browser, Addresses addresses) {
        for (String device : new String[] {"desktop", "phone"}) {
            try (Visitor anna = device.equals("phone")
                    ? Visitor.withAPhone(browser, addresses)
                    : Visitor.atADesk(browser, addresses)) {
                goesToDigid(anna, device);
                choose(anna, "Anna Visser", "Midden");
                anna.sees("U hebt een sterkere manier van inloggen nodig");
                anna.looksAround(device + "-digid-te-laag");
                anna.open("/overzicht");
                assertThat(anna.page()).hasTitle("Inloggen - Inzage");
            }
        }
    }

    @Test
    void who_stops_is_too_young_or_is_no_patient_reads_why(Browser browser, Addresses addresses) {
        try (Visitor visitor = Visitor.atADesk(browser, addresses)) {
            goesToDigid(visitor, "desktop");
            button(visitor, "Annuleren");
            visitor.sees("U bent gestopt met inloggen met DigiD");
            visitor.looksAround("desktop-digid-gestopt");
            goesToDigid(visitor, "desktop");
            choose(visitor, "Yusuf Benali", "Hoog");
            visitor.sees("U kunt nog geen eigen account maken");
            visitor.looksAround("desktop-digid-te-jong");
            goesToDigid(visitor, "desktop");
            choose(visitor, "Iemand die hier geen patiënt is", "Hoog");
            visitor.sees("Wij kennen u hier niet als patiënt");
        }
    }

    @Test
    void a_patient_adds_an_app_and_logs_in_with_its_code(Browser browser, Addresses addresses) {
        PhoneApp phone;
        try (Visitor zoe = Visitor.withAPhone(browser, addresses)) {
            zoe.logIn("zoe.devries");
            zoe.page().navigate(addresses.issuer() + "/beveiliging");
            assertThat(zoe.page().locator("[data-passkey-problem]")).isHidden();
            zoe.looksAround("phone-beveiliging");
            zoe.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("App toevoegen"))
                    .click();
            zoe.looksAround("phone-app-toevoegen");
            phone = new PhoneApp(zoe.page().locator("code.inzage-secret").innerText());
            zoe.page().getByLabel("Code uit de app").fill("12");
            button(zoe, "App toevoegen");
            zoe.sees("De code moet uit 6 cijfers bestaan");
            zoe.looksAround("phone-app-toevoegen-fout");
            zoe.page().getByLabel("Code uit de app").fill(phone.code(0));
            button(zoe, "App toevoegen");
            zoe.sees("Bewaar uw herstelcodes");
            zoe.looksAround("phone-herstelcodes");
            assertThat(zoe.complaints()).isEmpty();
        }
        try (Visitor zoe = Visitor.atADesk(browser, addresses)) {
            givesAPassword(zoe);
            zoe.looksAround("desktop-code-uit-de-app");
            zoe.page().getByLabel("Code uit de app").fill(phone.code(1));
            button(zoe, "Inloggen");
            assertThat(zoe.page()).hasTitle("Overzicht - Inzage");
            zoe.page().navigate(addresses.issuer() + "/beveiliging");
            zoe.looksAround("desktop-beveiliging");
            button(zoe, "App verwijderen");
            zoe.sees("De app is verwijderd");
        }
    }

    @Test
    void a_patient_adds_a_passkey_and_logs_in_without_a_password(Browser browser, Addresses addresses) {
        try (Visitor daan = Visitor.atADesk(browser, addresses)) {
            CDPSession device = daan.page().context().newCDPSession(daan.page());
            device.send("WebAuthn.enable");
            device.send("WebAuthn.addVirtualAuthenticator", platformAuthenticator());
            daan.logIn("daan.willems");
            daan.page().navigate(addresses.issuer() + "/beveiliging");
            daan.page().getByLabel("Naam van de nieuwe passkey").fill("Laptop van Daan");
            button(daan, "Passkey toevoegen");
            daan.sees("De passkey is toegevoegd");
            daan.sees("Laptop van Daan");
            daan.looksAround("desktop-passkeys");
            daan.page().setViewportSize(390, 844);
            daan.looksAround("phone-passkeys");
            daan.page().setViewportSize(1280, 900);

            daan.open("/overzicht").logOut();
            daan.open("/");
            daan.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Inloggen"))
                    .first()
                    .click();
            assertThat(daan.page().locator("[data-passkey-problem]")).isHidden();
            daan.looksAround("desktop-inloggen-passkey");
            button(daan, "Inloggen met een passkey");
            assertThat(daan.page()).hasTitle("Overzicht - Inzage");

            daan.page().navigate(addresses.issuer() + "/beveiliging");
            daan.page().getByLabel("Andere naam voor Laptop van Daan").fill("Werklaptop");
            button(daan, "Naam bewaren");
            daan.sees("Werklaptop");
            button(daan, "Werklaptop verwijderen");
            daan.sees("De passkey is verwijderd");
            assertThat(daan.complaints()).isEmpty();
        }
    }

    /** A device with a fingerprint reader that always says yes. */
    private static JsonObject platformAuthenticator() {
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        return parameters;
    }

    private static void goesToDigid(Visitor visitor, String device) {
        visitor.open("/");
        visitor.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Inloggen"))
                .first()
                .click();
        visitor.looksAround(device + "-inloggen");
        button(visitor, "Inloggen met DigiD");
        assertThat(visitor.page()).hasTitle("Simulator, niet DigiD");
    }

    private static void choose(Visitor visitor, String person, String level) {
        visitor.page().getByLabel(person).check();
        visitor.page().getByLabel(level + ":").check();
        button(visitor, "Inloggen");
    }

    private static void givesAPassword(Visitor visitor) {
        visitor.open("/");
        visitor.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Inloggen"))
                .first()
                .click();
        visitor.page().getByLabel("Gebruikersnaam").fill("zoe.devries");
        visitor.page().getByLabel("Wachtwoord").fill(DemoPeople.PASSWORD);
        button(visitor, "Volgende");
    }

    private static void button(Visitor visitor, String name) {
        visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
