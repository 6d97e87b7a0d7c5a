package nl.inzage.policy.book;

import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The text of a value, as documents show it. */
final class NodeText {

    private NodeText() {}

    static String of(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        if (node instanceof SequenceNode sequence) {
            String separator = sequence.getValue().stream().anyMatch(MappingNode.class::isInstance) ? "; " : ", ";
            return joined(sequence.getValue().stream().map(NodeText::of).toList(), separator);
        }
        MappingNode mapping = (MappingNode) node;
        return joined(mapping.getValue().stream().map(NodeText::pair).toList(), ", ");
    }

    private static String pair(NodeTuple tuple) {
        String value = of(tuple.getValueNode());
        return isWord(tuple.getKeyNode(), "source") ? "“" + value + "”" : of(tuple.getKeyNode()) + " " + value;
    }

    static boolean isWord(Node node, String word) {
        return node instanceof ScalarNode scalar && scalar.getValue().equals(word);
    }

    private static String joined(List<String> parts, String separator) {
        return parts.isEmpty() ? "nothing" : parts.stream().collect(Collectors.joining(separator));
    }
}
