package nl.inzage.auth.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.browser.Browsing;
import nl.inzage.browser.PageInspection;

/** Somebody with a browser and one language; words are given by their message key, fields by their name. */
final class Visitor implements AutoCloseable {

    private final RunningServer server;
    private final Words words;
    private final String journey;
    private final BrowserContext context;
    private final Page page;
    private final PageInspection inspection;
    private final List<String> complaints = new ArrayList<>();
    private int looks;

    Visitor(Browsing browsing, RunningServer server, Words words, String journey) {
        this.server = server;
        this.words = words;
        this.journey = journey + "-" + words.language();
        this.context = browsing.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setLocale(words.english() ? "en-GB" : "nl-NL"));
        this.page = context.newPage();
        this.inspection = browsing.inspection(page, Path.of("target", "screenshots", this.journey));
        page.onConsoleMessage(message -> {
            // That an answer was refused is said on the page; anything else is a mistake of ours.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        open("/inloggen");
        choosesLanguage();
    }

    /** Pages are in Dutch until somebody asks for English. */
    Visitor choosesLanguage() {
        if (words.english()) {
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English"))
                    .click();
        }
        return this;
    }

    Words words() {
        return words;
    }

    Visitor open(String path) {
        page.navigate(server.issuer().resolve(path).toString());
        return this;
    }

    /** Reads the page: its title and heading are these words, in the right language. */
    Visitor isAt(String key, Object... values) {
        assertThat(page).hasTitle(words.of("page.title", words.of(key, values)));
        assertThat(page.locator("html")).hasAttribute("lang", words.language());
        return this;
    }

    Visitor sees(String key, Object... values) {
        return seesText(words.of(key, values));
    }

    Visitor seesText(String text) {
        assertThat(page.locator("main")).containsText(text);
        return this;
    }

    Visitor doesNotSee(String key, Object... values) {
        assertThat(page.locator("main")).not().containsText(words.of(key, values));
        return this;
    }

    /** Looks well at this page: on every screen, and against WCAG 2.2 AA. */
    Visitor looks(String state) {
        inspection.everywhere(String.format(Locale.ROOT, "%02d-%s", ++looks, state));
        return this;
    }

    /** Is warned, as two minutes before the end of a login, and stays with one key. */
    Visitor isWarnedOfTheEndAndStays() {
        Locator warning = page.locator("dialog[data-idle-seconds]");
        warning.evaluate("dialog => dialog.showModal()");
        assertThat(warning).hasAccessibleName(words.of("session.title"));
        looks("sessie-waarschuwing");
        page.keyboard().press("Enter");
        assertThat(warning).isHidden();
        return this;
    }

    /** Goes through the page with the Tab key. */
    Visitor showsFocus() {
        inspection.showsFocus();
        return this;
    }

    Visitor fill(String field, String value) {
        page.locator("#" + field).fill(value);
        return this;
    }

    /** Ticks what has these words beside it, in the form that has them first. */
    Visitor tick(String key) {
        page.getByLabel(words.of(key), new Page.GetByLabelOptions().setExact(true))
                .first()
                .check();
        return this;
    }

    /** Takes the tick away from what has this name. */
    Visitor leaveOut(String name) {
        page.getByLabel(name, new Page.GetByLabelOptions().setExact(true)).uncheck();
        return this;
    }

    /** Chooses the one of several that has this name. */
    Visitor choose(String name) {
        page.getByLabel(name, new Page.GetByLabelOptions().setExact(true)).check();
        return this;
    }

    Visitor press(String key, Object... values) {
        button(key, values).first().click();
        return this;
    }

    private Locator button(String key, Object... values) {
        return page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(words.of(key, values)).setExact(true));
    }

    Visitor follow(String key, Object... values) {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName(words.of(key, values))
                                .setExact(true))
                .first()
                .click();
        return this;
    }

    /** Reads what is wrong: beside the field, above the form with the way to the field, and in the title. */
    Visitor isToldBeside(String field, String key, Object... values) {
        String sentence = words.of(key, values);
        assertThat(page.locator("#" + field + "-error")).hasText(sentence);
        assertThat(page.locator("[aria-describedby~='" + field + "-error']").first())
                .isVisible();
        Locator above = page.locator(".utrecht-alert--error a[href='#" + field + "']");
        assertThat(above.first()).hasText(sentence);
        assertThat(page).hasTitle(Pattern.compile("^" + words.of("page.error", "")));
        return this;
    }

    /** Reads what stands in the way of logging in, above the form. */
    Visitor isToldAbove(String key, Object... values) {
        assertThat(page.locator(".utrecht-alert--error")).containsText(words.of(key, values));
        return this;
    }

    /** Presses a button that leads to the portal, and says with which address. */
    String pressToPortal(String key) {
        press(key);
        return atPortal();
    }

    /** Follows an address of the authorization server that leads to the portal. */
    String openToPortal(String path) {
        open(path);
        return atPortal();
    }

    /** The address of the portal to which the last step led. */
    String atPortal() {
        assertThat(page).hasTitle("Portaal");
        return page.url();
    }

    /** The browser forgets who this is, and the language. */
    Visitor losesCookies() {
        context.clearCookies();
        return this;
    }

    Visitor back() {
        page.goBack();
        return this;
    }

    String textOf(String field) {
        return page.locator("#" + field).innerText();
    }

    /** The secrets that this page shows, as somebody would write them down. */
    List<String> secrets() {
        return page.locator(".inzage-secret").allInnerTexts();
    }

    /** Has a device that checks its owner and keeps passkeys, as a telephone does. */
    Visitor hasDeviceForPasskeys() {
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        for (String can :
                List.of("hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation")) {
            options.addProperty(can, true);
        }
        JsonObject device = new JsonObject();
        device.add("options", options);
        CDPSession session = context.newCDPSession(page);
        session.send("WebAuthn.enable");
        session.send("WebAuthn.addVirtualAuthenticator", device);
        return this;
    }

    /** What the browser itself complained about: a blocked style, script or form. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }
}
