package nl.inzage.auth.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One person's browser, with its own cookies; it follows no redirect by itself. */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final URI base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String csrf = "";

    public Browser(URI base) {
        this.base = base;
    }

    /** Sends a header with everything from now on, as a proxy on the way would. */
    public Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Answer get(String address) {
        return send(HttpRequest.newBuilder(base.resolve(address)).header("Accept", "text/html"));
    }

    /** Asks for a page with headers that a browser would not add by itself. */
    public Answer get(String address, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(address));
        headers.forEach(request::header);
        return send(request);
    }

    /** What a browser asks before a page of another site may post. */
    public Answer preflight(String address, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(address))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Access-Control-Request-Method", "POST");
        headers.forEach(request::header);
        return send(request);
    }

    /** Submits a form of the page that was shown last. */
    public Answer submit(String address, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf);
        return post(address, all);
    }

    /** Submits such a form with fields that are encoded already, for names that come more than once. */
    public Answer submitForm(String address, String fields) {
        return postForm(address, fields + "&" + form(Map.of("_csrf", csrf)));
    }

    /** Submits a form of the page that was shown last, with some boxes of one name ticked. */
    public Answer submit(String address, Map<String, String> fields, String name, String... ticked) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf);
        StringBuilder form = new StringBuilder(form(all));
        for (String value : ticked) {
            form.append('&').append(form(Map.of(name, value)));
        }
        return postForm(address, form.toString());
    }

    /** Asks, as a script of the page that was shown last does. */
    public Answer fetch(String address) {
        return send(HttpRequest.newBuilder(base.resolve(address))
                .header("Accept", "*/*")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(Map.of("_csrf", csrf)))));
    }

    /** Posts without what the page would have added. */
    public Answer post(String address, Map<String, String> fields) {
        NoSecretsInLogs.sent(fields);
        return postForm(address, form(fields));
    }

    /** Posts fields that are encoded already, for names that come more than once. */
    public Answer postForm(String address, String fields) {
        return send(HttpRequest.newBuilder(base.resolve(address))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    public String sessionId() {
        return cookie("INZAGE_AUTH_SESSION");
    }

    public String cookie(String name) {
        return cookies.getCookieStore().get(base).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Puts a session cookie in place, as somebody who stole or planted it would. */
    public void useSession(String id) {
        useCookie("INZAGE_AUTH_SESSION", id);
    }

    public void useCookie(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(base, cookie);
    }

    public List<String> cookieNames() {
        return cookies.getCookieStore().get(base).stream()
                .map(HttpCookie::getName)
                .toList();
    }

    public static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Answer send(HttpRequest.Builder request) {
        headers.forEach(request::header);
        try {
            Answer answer = new Answer(http.send(request.build(), BodyHandlers.ofString()));
            NoSecretsInLogs.session(sessionId());
            if (answer.location().contains("code=")) {
                NoSecretsInLogs.given(answer.parameters());
            }
            Matcher token = CSRF.matcher(answer.body());
            if (token.find()) {
                csrf = token.group(1);
            }
            return answer;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
