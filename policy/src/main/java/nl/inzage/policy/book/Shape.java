package nl.inzage.policy.book;

import org.yaml.snakeyaml.nodes.Node;

/**
 * What values a parameter can have, and how one is read.
 *
 * @param <T> the type that the rules use
 */
interface Shape<T> {

    T read(Node value) throws UnfitValue;
}
