package nl.inzage.policy.book;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.inzage.policy.release.CareSetting;
import nl.inzage.policy.release.Exclusion;
import nl.inzage.policy.release.ResultCategory;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** Reads one sort of result that a hospital does not show. */
final class ExclusionShape implements Shape<Exclusion> {

    private static final Set<String> CONDITIONS =
            Set.of("categories", "settings", "requestedBy", "purpose", "location", "before");
    private static final String SOURCE = "source";

    @Override
    public Exclusion read(Node node) throws UnfitValue {
        Map<String, Node> parts = parts(node);
        return new Exclusion(
                read(parts, "categories", Shapes.someOf(ResultCategory.class)).orElse(Set.of()),
                read(parts, "settings", Shapes.someOf(CareSetting.class)).orElse(Set.of()),
                isWord(parts, "requestedBy", "outside"),
                isWord(parts, "purpose", "research"),
                read(parts, "location", CareShapes.location()),
                read(parts, "before", Shapes.date()),
                read(parts, SOURCE, Shapes.text()));
    }

    private static Map<String, Node> parts(Node node) throws UnfitValue {
        if (!(node instanceof MappingNode mapping)) {
            throw new UnfitValue("a list of what is not shown, each with conditions in { }");
        }
        Map<String, Node> parts = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = NodeText.of(tuple.getKeyNode());
            if (!CONDITIONS.contains(name) && !name.equals(SOURCE)) {
                throw new UnfitValue("without the unknown key " + name);
            }
            if (parts.put(name, tuple.getValueNode()) != null) {
                throw new UnfitValue("without the duplicate key " + name);
            }
        }
        if (parts.keySet().stream().noneMatch(Set.of("categories", "settings", "requestedBy", "purpose")::contains)) {
            throw new UnfitValue("a list of which each says what is not shown");
        }
        return parts;
    }

    private static <T> Optional<T> read(Map<String, Node> parts, String name, Shape<T> shape) throws UnfitValue {
        return parts.containsKey(name) ? Optional.of(shape.read(parts.get(name))) : Optional.empty();
    }

    private static boolean isWord(Map<String, Node> parts, String name, String word) throws UnfitValue {
        if (parts.containsKey(name) && !NodeText.isWord(parts.get(name), word)) {
            throw new UnfitValue("with " + name + ": " + word + " or without " + name);
        }
        return parts.containsKey(name);
    }
}
