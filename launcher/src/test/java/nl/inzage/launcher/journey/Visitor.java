package nl.inzage.launcher.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.inzage.browser.PageInspection;
import nl.inzage.launcher.Addresses;
import nl.inzage.launcher.demo.DemoPeople;
import nl.inzage.launcher.demo.DemoPerson;

/** Somebody with a browser of their own who visits the portal and does what people do. */
public final class Visitor implements AutoCloseable {

    private final Addresses addresses;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(Addresses addresses, BrowserContext context) {
        this.addresses = addresses;
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
    }

    public static Visitor atADesk(Browser browser, Addresses addresses) {
        return new Visitor(addresses, browser.newContext(options(1280, 900)));
    }

    static Visitor withAPhone(Browser browser, Addresses addresses) {
        return new Visitor(
                addresses,
                browser.newContext(options(390, 844).setIsMobile(true).setHasTouch(true)));
    }

    static Visitor inTheDark(Browser browser, Addresses addresses) {
        return new Visitor(addresses, browser.newContext(options(1280, 900).setColorScheme(ColorScheme.DARK)));
    }

    static Visitor withoutJavaScript(Browser browser, Addresses addresses) {
        return new Visitor(addresses, browser.newContext(options(1280, 900).setJavaScriptEnabled(false)));
    }

    private static Browser.NewContextOptions options(int width, int height) {
        return new Browser.NewContextOptions().setViewportSize(width, height).setLocale("nl-NL");
    }

    public Page page() {
        return page;
    }

    Visitor open(String path) {
        page.navigate(addresses.portal().resolve(path).toString());
        return this;
    }

    /** From the portal's first page to where the login leads, with the code from the person's own telephone. */
    public Visitor logIn(String username) {
        open("/");
        page.getByRole(AriaRole.LINK, named("Inloggen")).first().click();
        page.getByLabel("Gebruikersnaam").fill(username);
        page.getByLabel("Wachtwoord").fill(DemoPeople.PASSWORD);
        page.getByRole(AriaRole.BUTTON, buttonNamed("Volgende")).click();
        assertThat(page).hasTitle("Vul de code in - Inzage");
        page.getByLabel("Code uit de sms").fill(new Outbox(addresses).newestCode(phoneOf(username)));
        page.getByRole(AriaRole.BUTTON, buttonNamed("Inloggen")).click();
        return this;
    }

    Visitor choose(String menuItem) {
        page.getByRole(AriaRole.NAVIGATION)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(menuItem).setExact(true))
                .first()
                .click();
        return this;
    }

    Visitor logOut() {
        page.getByRole(AriaRole.BUTTON, buttonNamed("Uitloggen")).first().click();
        assertThat(page).hasTitle("U bent uitgelogd - Inzage");
        return this;
    }

    void sees(String text) {
        assertThat(page.locator("main")).containsText(text);
    }

    void doesNotSee(String text) {
        assertThat(page.locator("body")).not().containsText(text);
    }

    String text() {
        return page.locator("main").innerText();
    }

    /** Holds the page against WCAG 2.2 AA, and keeps a picture of it to look at. */
    Visitor looksAround(String name) {
        new PageInspection(page, Path.of("target", "screenshots")).here(name);
        return this;
    }

    /** What the browser itself complained about: a blocked script or style, a broken link to a file. */
    List<String> complaints() {
        return complaints;
    }

    private static String phoneOf(String username) {
        return DemoPeople.read().all().stream()
                .filter(person -> person.username().equals(username))
                .map(DemoPerson::phone)
                .findFirst()
                .orElseThrow();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions buttonNamed(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    @Override
    public void close() {
        context.close();
    }
}
