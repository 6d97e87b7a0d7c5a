package nl.inzage.auth.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One entry of a settings file; every reading that fails says where, and never repeats a value. */
public final class YamlEntry {

    private final String where;
    private final Map<?, ?> values;

    YamlEntry(String where, Map<?, ?> values) {
        this.where = where;
        this.values = values;
    }

    /** Refuses any key that is not one of these: a misspelt one must not be ignored. */
    public YamlEntry only(Set<String> keys) {
        for (Object key : values.keySet()) {
            if (!keys.contains(String.valueOf(key))) {
                throw refused("has the unknown key " + key);
            }
        }
        return this;
    }

    public Optional<String> optional(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map || value instanceof List) {
            throw refused("must have one value for " + key);
        }
        return Optional.of(value.toString().strip()).filter(text -> !text.isEmpty());
    }

    public String text(String key) {
        return optional(key).orElseThrow(() -> refused("misses the key " + key));
    }

    /** A value that a constructor accepts, such as a {@code URI} or a {@code HospitalId}. */
    public <T> T parsed(String key, Function<String, T> constructor) {
        try {
            return constructor.apply(text(key));
        } catch (IllegalArgumentException e) {
            throw refused("has a value for " + key + " that is not valid");
        }
    }

    public boolean flag(String key, boolean otherwise) {
        Object value = values.get(key);
        if (value == null || value instanceof Boolean) {
            return value == null ? otherwise : (Boolean) value;
        }
        throw refused("must have true or false for " + key);
    }

    public List<String> list(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        throw refused("must have a list for " + key);
    }

    public YamlEntry nested(String key) {
        if (values.get(key) instanceof Map<?, ?> map) {
            return new YamlEntry(where + ", " + key, map);
        }
        throw refused("misses the key " + key);
    }

    /** A part of the file as it is, or nothing. */
    public Optional<Map<?, ?>> map(String key) {
        Object value = values.get(key);
        if (value == null || value instanceof Map) {
            return Optional.ofNullable((Map<?, ?>) value);
        }
        throw refused("must have keys and values for " + key);
    }

    /** The refusal of this entry: {@code problem} completes a sentence that begins with its place. */
    public StartRefused refused(String problem) {
        String name = Optional.ofNullable(values.get("id"))
                .or(() -> Optional.ofNullable(values.get("username")))
                .map(value -> " '" + value + "'")
                .orElse("");
        return new StartRefused(where + name + " " + problem + ".");
    }
}
