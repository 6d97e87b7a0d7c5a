package nl.inzage.policy.book;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads the form that every policy file has: {@code kind}, then sections of parameters. A parameter is a plain value,
 * or {@code {value, source, note, meaning}}.
 */
final class PolicyFileParser {

    private static final String KIND = "kind";
    private static final String VALUE = "value";
    private static final Set<String> PARTS = Set.of(VALUE, "source", "note", "meaning");

    private final String file;

    PolicyFileParser(String file) {
        this.file = file;
    }

    PolicyFile parse(String content) {
        Node whole = compose(content);
        Map<String, Node> sections = new YamlMap(file, "").read(whole);
        Map<String, Entry> entries = new LinkedHashMap<>();
        sections.forEach((section, node) -> {
            if (!section.equals(KIND)) {
                new YamlMap(file, section + ".")
                        .read(node)
                        .forEach(
                                (name, value) -> entries.put(section + "." + name, entry(section + "." + name, value)));
            }
        });
        return new PolicyFile(file, kind(whole, sections.get(KIND)), entries, sections, whole);
    }

    private PolicyFile.Kind kind(Node whole, Node kind) {
        if (kind == null) {
            throw PolicyException.at(file, whole, "missing key kind");
        }
        try {
            return Shapes.choice(PolicyFile.Kind.class).read(kind);
        } catch (UnfitValue e) {
            throw PolicyException.at(file, kind, e.in(KIND));
        }
    }

    private Entry entry(String key, Node node) {
        if (!(node instanceof MappingNode)) {
            return new Entry(node, node, Optional.empty(), Optional.empty(), Optional.empty());
        }
        Map<String, Node> parts = new YamlMap(file, key + ".").read(node);
        parts.forEach((part, place) -> {
            if (!PARTS.contains(part)) {
                throw PolicyException.at(file, place, "unknown key " + key + "." + part);
            }
        });
        if (parts.get(VALUE) == null) {
            throw PolicyException.at(file, node, "missing key " + key + ".value");
        }
        return new Entry(
                node,
                parts.get(VALUE),
                text(key, parts, "source"),
                text(key, parts, "note"),
                text(key, parts, "meaning"));
    }

    private Optional<String> text(String key, Map<String, Node> parts, String part) {
        return Optional.ofNullable(parts.get(part)).map(node -> {
            if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                return scalar.getValue();
            }
            throw PolicyException.at(file, node, key + "." + part + " must be a text");
        });
    }

    private Node compose(String content) {
        try {
            Node whole = new Yaml(new LoaderOptions()).compose(new StringReader(content));
            if (whole == null) {
                throw new PolicyException(file + ", line 1: missing key kind");
            }
            return whole;
        } catch (YAMLException e) {
            throw new PolicyException(file + ": not valid YAML: " + e.getMessage(), e);
        }
    }
}
