package nl.inzage.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The browser of all journeys, and which pages were held against WCAG with it: a page that is built alike is not again. */
public final class Browsing {

    private final Browser browser;
    private final Set<String> inspected = ConcurrentHashMap.newKeySet();

    Browsing(Browser browser) {
        this.browser = browser;
    }

    public Browser browser() {
        return browser;
    }

    /** Looks at the pages of a journey; their pictures go to this folder. */
    public PageInspection inspection(Page page, Path pictures) {
        return new PageInspection(page, pictures, inspected::add);
    }
}
