package nl.inzage.auth.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.ui.Model;

/**
 * A form of a patient's page that was sent.
 *
 * @param name which one, as the ids of its fields begin
 * @param typed what was filled in
 */
record DeskForm(String name, Map<String, String> typed, HttpServletRequest request, Model model) {

    /** What was filled in; an empty text when it was left out. */
    public String value(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    boolean ticked(String field) {
        return value(field).equals("ja");
    }

    /** The id of a field on the page, which is also the key of what is wrong with it. */
    String id(String field) {
        return name + "-" + field;
    }

    /** The constant of which this field has the word. */
    <E extends Enum<E>> Optional<E> constant(String field, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(value(field)))
                .findFirst();
    }
}
