package nl.inzage.fhir.view;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A resource by type and id, in the order in which rows are locked. */
public record ResourceKey(String type, String id) implements Comparable<ResourceKey> {

    private static final Pattern REFERENCE = Pattern.compile(
            "(?:https?://\\S*/)?(?<type>[A-Z][A-Za-z]+)/(?<id>[A-Za-z0-9.-]{1,64})(?:/_history/[^/]+)?");
    private static final Comparator<ResourceKey> ORDER =
            Comparator.comparing(ResourceKey::type).thenComparing(ResourceKey::id);

    /** The resource that a literal reference names, whatever server or version it says; nothing for other texts. */
    public static Optional<ResourceKey> ofReference(String reference) {
        if (reference == null) {
            return Optional.empty();
        }
        Matcher matcher = REFERENCE.matcher(reference);
        return matcher.matches()
                ? Optional.of(new ResourceKey(matcher.group("type"), matcher.group("id")))
                : Optional.empty();
    }

    @Override
    public int compareTo(ResourceKey other) {
        return ORDER.compare(this, other);
    }

    /** The relative reference. */
    @Override
    public String toString() {
        return type + "/" + id;
    }
}
