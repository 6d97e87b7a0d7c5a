package nl.inzage.fhir.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;

/** Element names from the root of a resource, such as {@code participant.actor}; {@code |} separates alternatives. */
public record ElementPath(String text) {

    /** The values at this path below a resource or element, in document order; empty when there are none. */
    public List<Base> in(Base root) {
        return Arrays.stream(text.split("\\|", -1))
                .flatMap(alternative -> values(Stream.of(root), alternative))
                .toList();
    }

    private static Stream<Base> values(Stream<Base> roots, String path) {
        Stream<Base> values = roots;
        for (String name : path.split("\\.", -1)) {
            values = values.flatMap(value -> value.listChildrenByName(name).stream());
        }
        return values;
    }
}
