package nl.inzage.auth.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** A person in front of the consent page, who changes the form and answers it. */
public final class ConsentAnswer {

    private static final Pattern BOX = Pattern.compile("type=\"checkbox\"[^>]* name=\"data\"[^>]* value=\"([^\"]+)\"");
    private static final Pattern PATIENT = Pattern.compile("name=\"patient\" value=\"([^\"]*)\"");

    private final Browser browser;
    private final Answer page;
    private final String state;
    private final Set<String> data = new LinkedHashSet<>();
    private final Map<String, String> fields = new LinkedHashMap<>();

    private ConsentAnswer(Browser browser, String address) {
        this.browser = browser;
        this.page = browser.get(address);
        this.state = address.substring(address.indexOf("state="));
        BOX.matcher(page.body()).results().forEach(box -> data.add(HtmlUtils.htmlUnescape(box.group(1))));
        PATIENT.matcher(page.body()).results().forEach(field -> fields.put("patient", field.group(1)));
        if (page.body().contains("name=\"term\"")) {
            fields.put("term", "DAYS_90");
        }
    }

    /** Follows an app's request to the page, of somebody who is logged in. */
    public static ConsentAnswer to(Browser browser, String authorizeAddress) {
        Answer sent = browser.get(authorizeAddress);
        assertThat(sent.location()).as(sent.status() + sent.body()).contains("/toestemming?");
        return at(browser, sent.location());
    }

    /** At a page whose address is known. */
    public static ConsentAnswer at(Browser browser, String address) {
        return new ConsentAnswer(browser, address);
    }

    public Answer page() {
        return page;
    }

    /** The kinds of data that can be ticked. */
    public Set<String> data() {
        return data;
    }

    /** What the address of this page ends with. */
    public String state() {
        return state;
    }

    public ConsentAnswer without(String... kinds) {
        data.removeAll(Set.of(kinds));
        return this;
    }

    public ConsentAnswer with(String kind) {
        data.add(kind);
        return this;
    }

    public ConsentAnswer withNothing() {
        data.clear();
        return this;
    }

    /** Fills in another field; an empty text leaves it out. */
    public ConsentAnswer choosing(String field, String value) {
        fields.put(field, value);
        return this;
    }

    public Answer yes() {
        return browser.submitForm("/toestemming?" + state, form());
    }

    /** The same by somebody else, or without what the page added. */
    public Answer yesIn(Browser other) {
        return other.submitForm("/toestemming?" + state, form());
    }

    public Answer no() {
        return browser.submitForm("/toestemming/niet?" + state, "antwoord=nee");
    }

    private String form() {
        List<String> all = new ArrayList<>();
        data.forEach(kind -> all.add("data=" + URLEncoder.encode(kind, StandardCharsets.UTF_8)));
        Map<String, String> filled = new LinkedHashMap<>(fields);
        filled.values().removeIf(String::isEmpty);
        all.add(Browser.form(filled));
        return String.join("&", all);
    }
}
