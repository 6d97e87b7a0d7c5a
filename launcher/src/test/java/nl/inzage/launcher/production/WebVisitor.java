package nl.inzage.launcher.production;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A visitor without JavaScript: opens pages, fills in forms, keeps cookies. */
final class WebVisitor {

    private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern INPUT = Pattern.compile("<(?:input|button)\\b([^>]*)>");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NORMAL)
            .build();
    private URI address;
    private String page = "";

    void open(String url) throws IOException, InterruptedException {
        show(client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString()));
    }

    /** Sends the form of this page that has the given field, with its hidden fields. */
    void submit(String field, Map<String, String> values) throws IOException, InterruptedException {
        Matcher form = FORM.matcher(page);
        while (form.find()) {
            Map<String, String> fields = fields(form.group(2));
            if (fields.containsKey(field)) {
                fields.putAll(values);
                send(attribute(form.group(1), "action"), fields);
                return;
            }
        }
        throw new IllegalStateException("No form with field " + field + " on " + address + ":\n" + page);
    }

    /** Sends the form of this page that goes to the given path. */
    void submitTo(String path) throws IOException, InterruptedException {
        Matcher form = FORM.matcher(page);
        while (form.find()) {
            if (attribute(form.group(1), "action").startsWith(path)) {
                send(attribute(form.group(1), "action"), fields(form.group(2)));
                return;
            }
        }
        throw new IllegalStateException("No form to " + path + " on " + address + ":\n" + page);
    }

    String page() {
        return page;
    }

    URI address() {
        return address;
    }

    private void send(String action, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        URI target = action.isEmpty() ? address : address.resolve(action);
        show(client.send(
                HttpRequest.newBuilder(target)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        // A browser says where a form comes from; the pages may check it.
                        .header("Origin", address.getScheme() + "://" + address.getAuthority())
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString()));
    }

    private void show(HttpResponse<String> response) {
        address = response.uri();
        page = response.body();
        if (response.statusCode() >= 400) {
            throw new IllegalStateException(response.statusCode() + " at " + address + ":\n" + page);
        }
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher input = INPUT.matcher(form);
        while (input.find()) {
            String name = attribute(input.group(1), "name");
            if (!name.isEmpty()) {
                fields.put(name, attribute(input.group(1), "value"));
            }
        }
        return fields;
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? value.group(1).replace("&amp;", "&") : "";
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
