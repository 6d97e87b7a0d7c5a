package nl.inzage.auth.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.ui.Model;

/** What is wrong with a form, by field: the key of the sentence that says so. Templates call it {@code errors}. */
public final class FormErrors {

    private final Map<String, String> keys = new LinkedHashMap<>();

    /** Says what is wrong with a field; the first thing stays. */
    public FormErrors add(String field, String key) {
        keys.putIfAbsent(field, key);
        return this;
    }

    public FormErrors addIf(boolean wrong, String field, String key) {
        return wrong ? add(field, key) : this;
    }

    /** Takes over what is wrong with other fields of the same form. */
    public FormErrors and(FormErrors others) {
        others.keys.forEach(this::add);
        return this;
    }

    public boolean any() {
        return !keys.isEmpty();
    }

    public void show(Model model) {
        model.addAttribute("errors", keys);
    }
}
