package nl.inzage.launcher.conformance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.inzage.conformance.app.Tester;
import nl.inzage.conformance.app.Wish;
import nl.inzage.launcher.Addresses;
import nl.inzage.launcher.demo.DemoPeople;
import nl.inzage.launcher.journey.Outbox;

/** A demo person with a phone who does what the conformance run asks, and logs in when that is needed. */
final class BrowserTester implements Tester, AutoCloseable {

    private static final String USERNAME = "hendrik.vandenberg";

    private final Addresses addresses;
    private final BrowserContext context;
    private final Page page;
    private int status;

    BrowserTester(Browser browser, Addresses addresses) {
        this.addresses = addresses;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setIsMobile(true)
                .setHasTouch(true)
                .setLocale("nl-NL"));
        this.page = context.newPage();
    }

    @Override
    public boolean visit(URI address, Wish wish) {
        if (wish == Wish.LAUNCH) {
            launches();
            return true;
        }
        status = page.navigate(address.toString()).status();
        if (page.getByLabel("Gebruikersnaam").isVisible()) {
            logIn();
        }
        Locator choice = button(wish == Wish.REFUSE ? "Ik geef geen toestemming" : "Ik geef toestemming");
        if (wish == Wish.LOOK && !choice.isVisible()) {
            return true;
        }
        choice.waitFor();
        if (wish == Wish.LEAVE_OUT_TYPES && !leavesOut("klachten en ziekten")) {
            return false;
        }
        if (wish == Wish.CHOOSE_PARTS && !ticks("Alleen uitslagen van het laboratorium")) {
            return false;
        }
        ticks("90 dagen, ook als u niet bent ingelogd");
        choice.click();
        page.waitForURL(url -> url.startsWith(addresses.conformance().toString()));
        return true;
    }

    /** Opens the app of the run from "Mijn apps". */
    private void launches() {
        page.navigate(addresses.issuer().resolve("/apps").toString());
        page.locator("li", new Page.LocatorOptions().setHasText("SMART-conformiteit"))
                .getByRole(AriaRole.BUTTON)
                .click();
        page.waitForURL(url -> url.startsWith(addresses.conformance().toString()));
    }

    /** Takes back, with one click, what was used last: that is on top. */
    private void withdraws() {
        page.navigate(addresses.issuer().resolve("/apps").toString());
        button("Toegang intrekken").first().click();
        page.getByText("De toegang is ingetrokken.").waitFor();
    }

    private void logIn() {
        page.getByLabel("Gebruikersnaam").fill(USERNAME);
        page.getByLabel("Wachtwoord").fill(DemoPeople.PASSWORD);
        button("Volgende").click();
        page.getByLabel("Code uit de sms").fill(new Outbox(addresses).newestCode(phone()));
        button("Inloggen").click();
    }

    private Locator button(String names) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^(" + names + ")$")));
    }

    /** Ticks a box or a choice, where the page has it. */
    private boolean ticks(String label) {
        Locator box = page.getByLabel(label);
        if (box.isVisible()) {
            box.check();
            return true;
        }
        return false;
    }

    private boolean leavesOut(String label) {
        Locator box = page.getByLabel(label);
        if (box.isVisible()) {
            box.uncheck();
            return true;
        }
        return false;
    }

    private static String phone() {
        return DemoPeople.read().all().stream()
                .filter(person -> person.username().equals(USERNAME))
                .findFirst()
                .orElseThrow()
                .phone();
    }

    /** Withdraws what is asked to be withdrawn, or says whether the last page was an error. */
    @Override
    public Optional<Boolean> ask(String question) {
        if (question.startsWith("Withdraw")) {
            withdraws();
            return Optional.of(true);
        }
        return question.startsWith("Did the server show an error") ? Optional.of(status >= 400) : Optional.empty();
    }

    @Override
    public void close() {
        context.close();
    }
}
