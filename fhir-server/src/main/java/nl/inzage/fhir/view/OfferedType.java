package nl.inzage.fhir.view;

import java.util.List;
import java.util.Optional;
import nl.inzage.fhir.view.Parameter.Kind;

/**
 * A row of the catalogue: a resource type, whose it is and what may be asked of it.
 *
 * @param parameters the search parameters; empty when the type can only be read
 * @param parts paths to what is released together with it
 */
public record OfferedType(
        String name, Ownership ownership, List<Parameter> parameters, List<Include> includes, List<String> parts) {

    static OfferedType ownedBy(String name, String element, Parameter... parameters) {
        return new OfferedType(
                name, new Ownership.By(element), OwnParameters.with(element, parameters), List.of(), List.of());
    }

    static OfferedType patient(Parameter... parameters) {
        return new OfferedType(
                "Patient", new Ownership.Self(), OwnParameters.with("", parameters), List.of(), List.of());
    }

    static OfferedType shared(String name) {
        return new OfferedType(name, new Ownership.Shared(), List.of(), List.of(), List.of());
    }

    static OfferedType content(String name) {
        return new OfferedType(name, new Ownership.Content(), List.of(), List.of(), List.of());
    }

    OfferedType including(String parameter, String target) {
        return new OfferedType(name, ownership, parameters, List.of(new Include(parameter, target)), parts);
    }

    OfferedType releasedWith(String... paths) {
        return new OfferedType(name, ownership, parameters, includes, List.of(paths));
    }

    /** Whether rows of it belong to a patient. */
    public boolean isOwned() {
        return ownership instanceof Ownership.By || ownership instanceof Ownership.Self;
    }

    public boolean isShared() {
        return ownership instanceof Ownership.Shared;
    }

    /** Whether it can be searched and not only be read by id. */
    public boolean isSearchable() {
        return !parameters.isEmpty();
    }

    public Optional<Parameter> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** The parameter that is the type's date and order. */
    public Optional<Parameter> date() {
        return parameters.stream()
                .filter(parameter -> parameter.kind() == Kind.DATE)
                .findFirst();
    }
}
