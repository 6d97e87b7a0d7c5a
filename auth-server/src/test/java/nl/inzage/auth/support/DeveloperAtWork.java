package nl.inzage.auth.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who registers apps, with a browser and a mailbox. */
public final class DeveloperAtWork {

    public static final String REDIRECT = "https://app.meetapp.example/terug";
    public static final String ORIGIN = "https://app.meetapp.example";

    private static final Pattern LINK = Pattern.compile("/ontwikkelaars/link\\?link=(\\S+)");
    private static final Pattern CLIENT = Pattern.compile("id=\"client\">([^<]+)<");
    private static final Pattern SECRET = Pattern.compile("id=\"geheim\">([^<]+)<");
    private static final Pattern HIDDEN = Pattern.compile("name=\"(form|version)\" value=\"([^\"]+)\"");

    private final RunningServer server;
    private final String email;
    private final Browser browser;

    public DeveloperAtWork(String email, RunningServer server) {
        this.server = server;
        this.email = email;
        this.browser = new Browser(server.issuer());
    }

    public Browser browser() {
        return browser;
    }

    /** Asks for a link and gets the newest; the answer is what the link holds. */
    public String link() {
        int before = mails().size();
        browser.get("/ontwikkelaars");
        assertThat(browser.submit("/ontwikkelaars", Map.of("email", email)).status())
                .isEqualTo(200);
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (mails().size() == before && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        Matcher link = LINK.matcher(mails().get(mails().size() - 1));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private List<String> mails() {
        return server.sms().texts(email).stream()
                .filter(text -> LINK.matcher(text).find())
                .toList();
    }

    /** Comes in with a link; the answer leads to the own apps. */
    public DeveloperAtWork comesIn() {
        String link = link();
        browser.get("/ontwikkelaars/link?link=" + link);
        assertThat(browser.submit("/ontwikkelaars/link", Map.of("link", link)).location())
                .isEqualTo("/ontwikkelaars");
        assertThat(browser.get("/ontwikkelaars").body()).contains(email);
        return this;
    }

    /** The fields of a form without a mistake. */
    public static Map<String, String> fields(String name) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("organisation", "Meetapp B.V.");
        fields.put("website", "https://www.meetapp.example/privacy");
        fields.put("purpose", "Laat uitslagen zien in een grafiek.");
        fields.put("kind", "browser");
        fields.put("redirectUris", REDIRECT);
        fields.put("origins", ORIGIN);
        return fields;
    }

    /** Sends the form of a new app with these fields and some scopes. */
    public Answer sends(Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("form", hidden(browser.get("/ontwikkelaars/nieuw"), "form"));
        return submit("/ontwikkelaars/nieuw", all);
    }

    private Answer submit(String form, Map<String, String> fields) {
        return browser.submit(form, fields, "scopes", "openid", "patient/Observation.rs", "offline_access");
    }

    /** Registers an app; the answer is its client id. */
    public String registers(String name) {
        return clientId(sends(fields(name)));
    }

    public Answer changes(String clientId, Map<String, String> fields) {
        browser.get("/ontwikkelaars/app/wijzigen?id=" + clientId);
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("id", clientId);
        return submit("/ontwikkelaars/app/wijzigen", all);
    }

    /** Puts an app before the administrators. */
    public Answer asksForApproval(String clientId) {
        String version = hidden(browser.get("/ontwikkelaars/app?id=" + clientId), "version");
        return browser.submit("/ontwikkelaars/app/vragen", Map.of("id", clientId, "version", version));
    }

    public Answer withdraws(String clientId) {
        browser.get("/ontwikkelaars/app?id=" + clientId);
        return browser.submit("/ontwikkelaars/app/intrekken", Map.of("id", clientId, "sure", "ja"));
    }

    public static String clientId(Answer made) {
        return one(CLIENT, made);
    }

    public static String secret(Answer made) {
        return one(SECRET, made);
    }

    private static String one(Pattern pattern, Answer answer) {
        Matcher matcher = pattern.matcher(answer.body());
        assertThat(matcher.find()).as(answer.status() + answer.body()).isTrue();
        return matcher.group(1);
    }

    public static String hidden(Answer page, String name) {
        return HIDDEN.matcher(page.body())
                .results()
                .filter(field -> field.group(1).equals(name))
                .map(field -> field.group(2))
                .findFirst()
                .orElse("");
    }
}
