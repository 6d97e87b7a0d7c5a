package nl.inzage.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Holds a page against what everybody needs of it: WCAG 2.2 AA by axe, and no sideways scrolling, also on the smallest
 * phone. With {@code INZAGE_SCREENSHOTS=true} a picture of each appearance is kept to look at.
 */
public final class PageInspection {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    /** CSS pixels: what is left of 1280 at a zoom of 400 %, WCAG 1.4.10. */
    private static final int SMALLEST = 320;

    private static final int PHONE = 390;
    private static final int DESKTOP = 1280;

    /** How a page is built: its elements, and what assistive technology is told of them, but for some attributes. */
    private static final String STRUCTURE =
            """
            without => [...document.querySelectorAll('body *')].map(element =>
              '<' + element.tagName + ' ' + [...element.attributes]
                .filter(each => !without.includes(each.name))
                .map(each => each.name + '=' + each.value).join(' ')
                + (element.childElementCount || element.textContent.trim() ? '>' : '/>')).join('')""";

    /** Nothing at the end of the page, an empty text when the focus shows, or what has it. */
    private static final String FOCUS =
            """
            () => {
              const here = document.activeElement;
              if (here === document.body) return null;
              const style = getComputedStyle(here);
              const shows = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              return shows ? '' : here.outerHTML;
            }""";

    private static final List<String> CONTENT = List.of("value", "href", "d", "src");

    /** With what is in another language in the same page. */
    private static final List<String> WORDS =
            List.of("value", "href", "d", "src", "lang", "hreflang", "aria-label", "alt", "title", "placeholder");

    private final Page page;
    private final Path pictures;
    private final Predicate<String> isNew;
    private final boolean keepsPictures;

    /** Holds every page against WCAG, however often it comes. */
    public PageInspection(Page page, Path pictures) {
        this(page, pictures, structure -> true);
    }

    PageInspection(Page page, Path pictures, Predicate<String> isNew) {
        this.page = page;
        this.pictures = pictures;
        this.isNew = isNew;
        this.keepsPictures = "true".equals(System.getenv("INZAGE_SCREENSHOTS"));
    }

    /**
     * The page on a phone in the light and at a desk in the dark; afterwards it is as it was. Of a page that came in
     * another language only the width is looked at: it is built alike, of words of another length.
     */
    public void everywhere(String name) {
        boolean first = isNew.test(page.evaluate("document.documentElement.lang") + structure(CONTENT));
        if (!first && !keepsPictures) {
            return;
        }
        ViewportSize before = page.viewportSize();
        if (first) {
            boolean inAnyLanguage = isNew.test("in any language " + structure(WORDS));
            page.setViewportSize(SMALLEST, 640);
            fits();
            page.setViewportSize(PHONE, 844);
            look(ColorScheme.LIGHT, inAnyLanguage);
            page.setViewportSize(DESKTOP, 900);
            look(ColorScheme.DARK, inAnyLanguage);
        }
        if (keepsPictures) {
            keepAll(name);
        }
        in(ColorScheme.LIGHT);
        page.setViewportSize(before.width, before.height);
    }

    private String structure(List<String> without) {
        return (String) page.evaluate(STRUCTURE, without);
    }

    private void look(ColorScheme scheme, boolean closely) {
        in(scheme);
        fits();
        if (closely) {
            isAccessible();
        }
    }

    private void keepAll(String name) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            in(scheme);
            page.setViewportSize(PHONE, 844);
            keep(name + "-phone-" + scheme.name().toLowerCase(Locale.ROOT));
            page.setViewportSize(DESKTOP, 900);
            keep(name + "-desktop-" + scheme.name().toLowerCase(Locale.ROOT));
        }
    }

    private void in(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    /** The page as it is now, with a picture. */
    public void here(String name) {
        keep(name);
        fits();
        isAccessible();
    }

    /** Goes through the page with the Tab key: wherever one is, it shows (WCAG 2.4.7). */
    public void showsFocus() {
        if (!isNew.test("focus " + structure(CONTENT))) {
            return;
        }
        page.evaluate("document.activeElement.blur()");
        int stops = 0;
        page.keyboard().press("Tab");
        for (Object hidden = page.evaluate(FOCUS); hidden != null; hidden = page.evaluate(FOCUS)) {
            assertThat(hidden)
                    .as("what has the focus at %s without showing it", page.url())
                    .isEqualTo("");
            stops++;
            page.keyboard().press("Tab");
        }
        assertThat(stops).as("stops of the Tab key at %s", page.url()).isGreaterThan(3);
    }

    /** Keeps a picture of the whole page. */
    public void keep(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(pictures.resolve(name + ".png")));
    }

    private void isAccessible() {
        List<Rule> violations = new AxeBuilder(page)
                .withTags(WCAG)
                .setLegacyMode(true)
                .analyze()
                .getViolations();
        assertThat(violations.stream().map(rule -> rule.getId() + ": " + rule.getNodes()))
                .as("accessibility of %s", page.url())
                .isEmpty();
    }

    private void fits() {
        Object tooWide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(tooWide)
                .as("how far %s is wider than a screen of %d", page.url(), page.viewportSize().width)
                .isEqualTo(0);
    }
}
