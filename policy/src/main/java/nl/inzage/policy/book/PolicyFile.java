package nl.inzage.policy.book;

import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A policy file as it is written, before its values are looked at.
 *
 * @param name the file's name
 * @param kind what sort of file it says it is
 * @param entries its parameters in their order, by section and name
 * @param sections where its sections are, for messages on what is missing
 * @param whole the whole of it
 */
record PolicyFile(String name, Kind kind, Map<String, Entry> entries, Map<String, Node> sections, Node whole) {

    /** The sorts of policy files. */
    enum Kind {
        /** What one hospital decided. */
        HOSPITAL,
        /** What holds where a hospital leaves it to the default. */
        DEFAULTS,
        /** The national register of consent. */
        CONSENT_REGISTER
    }

    /** Where a key is missing: in its section or, without that, in the file. */
    Node placeOfMissing(String key) {
        return sections.getOrDefault(key.substring(0, key.indexOf('.')), whole);
    }

    /** The file's name without its ending: the id of the hospital. */
    String id() {
        return name.replaceFirst("\\.yaml$", "");
    }
}
