package nl.inzage.fhir.facts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Follows references from one resource, contained ones too, and remembers which were asked for. */
final class Neighbourhood {

    /** A reference to a resource of this server; an address elsewhere is somebody else's resource. */
    private static final Pattern LOCAL = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}(/_history/.*)?");

    private final Resource centre;
    private final Neighbours neighbours;
    private final Set<String> asked = new LinkedHashSet<>();

    Neighbourhood(Resource centre, Neighbours neighbours) {
        this.centre = centre;
        this.neighbours = neighbours;
    }

    /** The resources that references point at, as far as they are stored and of a class. */
    <T extends Resource> List<T> all(List<Reference> references, Class<T> type) {
        List<T> found = new ArrayList<>();
        references.forEach(reference -> find(reference, type).ifPresent(found::add));
        return found;
    }

    <T extends Resource> Optional<T> find(Reference reference, Class<T> type) {
        return find(reference).filter(type::isInstance).map(type::cast);
    }

    /** Every reference was asked for, so that a resource that arrives later is noticed. */
    Set<String> asked() {
        return Set.copyOf(asked);
    }

    /** Type/id of a reference to a stored resource; nothing for another one. */
    static Optional<String> typeAndId(Reference reference) {
        return Optional.ofNullable(reference.getReference())
                .filter(text -> LOCAL.matcher(text).matches())
                .map(text -> text.replaceFirst("/_history/.*", ""));
    }

    private Optional<Resource> find(Reference reference) {
        if (reference.hasReference() && reference.getReference().startsWith("#")) {
            return contained(reference);
        }
        Optional<String> address = typeAndId(reference);
        address.ifPresent(asked::add);
        return address.flatMap(neighbours::find);
    }

    /** HAPI resolves what is contained while parsing; in a resource that was never text it is looked up. */
    private Optional<Resource> contained(Reference reference) {
        if (reference.getResource() instanceof Resource resolved) {
            return Optional.of(resolved);
        }
        String name = reference.getReference().substring(1);
        return centre instanceof DomainResource domain
                ? domain.getContained().stream()
                        .filter(resource -> name.equals(idOf(resource)))
                        .findFirst()
                : Optional.empty();
    }

    private static String idOf(Resource resource) {
        String id = resource.getIdElement().getIdPart();
        return id == null || !id.startsWith("#") ? id : id.substring(1);
    }
}
