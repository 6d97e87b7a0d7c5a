package nl.inzage.policy.book;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The values of one policy file, each its own or the default. */
final class PolicyPage {

    private final PolicyFile file;
    private final Optional<PolicyFile> defaults;
    private final Set<String> asked = new LinkedHashSet<>();

    /** The page of a file that leaves nothing to a default. */
    PolicyPage(PolicyFile file) {
        this.file = file;
        this.defaults = Optional.empty();
    }

    /** The page of a hospital; it must state exactly the keys that the defaults have. */
    PolicyPage(PolicyFile file, PolicyFile defaults) {
        this.file = file;
        this.defaults = Optional.of(defaults);
        file.entries().forEach((key, entry) -> {
            if (!defaults.entries().containsKey(key)) {
                throw PolicyException.at(file.name(), entry.place(), "unknown key " + key);
            }
        });
        for (String key : defaults.entries().keySet()) {
            requireEntry(key);
        }
    }

    <T> T get(String key, Shape<T> shape) {
        asked.add(key);
        Entry own = requireEntry(key);
        if (own.isDefault() && defaults.isEmpty()) {
            throw PolicyException.at(file.name(), own.place(), key + " has no default to rely on");
        }
        Entry entry = own.isDefault() ? defaults.orElseThrow().entries().get(key) : own;
        try {
            return shape.read(entry.value());
        } catch (UnfitValue e) {
            throw PolicyException.at(file.name(), entry.place(), e.in(key));
        }
    }

    /** Refuses a value that is possible by itself but not beside another one. */
    void require(boolean condition, String key, String message) {
        if (!condition) {
            throw PolicyException.at(file.name(), requireEntry(key).place(), key + " " + message);
        }
    }

    /** Refuses keys that no rule asked for. */
    void requireNothingElse() {
        file.entries().forEach((key, entry) -> {
            if (!asked.contains(key)) {
                throw PolicyException.at(file.name(), entry.place(), "unknown key " + key);
            }
        });
    }

    /** What the file says, in its order. */
    List<Statement> statements() {
        List<Statement> all = new ArrayList<>();
        file.entries().forEach((key, own) -> {
            Optional<Entry> general = defaults.map(PolicyFile::entries).map(entries -> entries.get(key));
            Entry counts = own.isDefault() ? general.orElse(own) : own;
            all.add(new Statement(
                    key,
                    NodeText.of(counts.value()),
                    own.isDefault(),
                    own.source(),
                    own.note(),
                    general.flatMap(Entry::meaning).or(own::meaning)));
        });
        return all;
    }

    private Entry requireEntry(String key) {
        Entry entry = file.entries().get(key);
        if (entry == null) {
            throw PolicyException.at(file.name(), file.placeOfMissing(key), "missing key " + key);
        }
        return entry;
    }
}
