package nl.inzage.fhir.facts;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;

/** The values at a path of names in a resource, such as {@code content.attachment.creation}. */
final class Elements {

    private Elements() {}

    /** The values of one class; none when a type has no such element. */
    static <T extends Base> List<T> at(Base from, String path, Class<T> type) {
        Stream<Base> values = Stream.of(from);
        for (String name : List.of(path.split("\\.", -1))) {
            values = values.flatMap(value -> children(value, name));
        }
        return values.filter(type::isInstance).map(type::cast).toList();
    }

    private static Stream<Base> children(Base value, String name) {
        Property property = value.getNamedProperty(name);
        return property == null ? Stream.of() : property.getValues().stream();
    }
}
