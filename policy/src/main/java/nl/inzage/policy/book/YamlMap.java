package nl.inzage.policy.book;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads a mapping of which each key is a text and occurs once. */
final class YamlMap {

    private final String file;
    private final String prefix;

    /**
     * A reader of one mapping.
     *
     * @param prefix what stands before each key in messages
     */
    YamlMap(String file, String prefix) {
        this.file = file;
        this.prefix = prefix;
    }

    Map<String, Node> read(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            String what = prefix.isEmpty() ? "the file" : prefix.substring(0, prefix.length() - 1);
            throw PolicyException.at(file, node, what + " must hold keys and values");
        }
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            if (!(key instanceof ScalarNode scalar)) {
                throw PolicyException.at(file, key, "a key must be a text");
            }
            if (values.putIfAbsent(scalar.getValue(), tuple.getValueNode()) != null) {
                throw PolicyException.at(file, key, "duplicate key " + prefix + scalar.getValue());
            }
        }
        return values;
    }
}
