package nl.inzage.policy.book;

import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/**
 * One parameter in a policy file.
 *
 * @param place where it is, for messages
 * @param value what it is set to
 * @param source the hospital's own words
 * @param note how they were read
 * @param meaning what the parameter is about
 */
record Entry(Node place, Node value, Optional<String> source, Optional<String> note, Optional<String> meaning) {

    private static final String DEFAULT = "default";

    /** Whether the hospital leaves it to the default. */
    boolean isDefault() {
        return NodeText.isWord(value, DEFAULT);
    }
}
