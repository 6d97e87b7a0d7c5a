package nl.inzage.conformance.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Named values, as a form or the query of an address has them. */
public final class Form {

    private final Map<String, String> values = new LinkedHashMap<>();

    public static Form of(String name, String value) {
        return new Form().with(name, value);
    }

    public Form with(String name, String value) {
        values.put(name, value);
        return this;
    }

    public Form without(String name) {
        values.remove(name);
        return this;
    }

    /** As it is sent. */
    public String encoded() {
        return values.entrySet().stream()
                .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
