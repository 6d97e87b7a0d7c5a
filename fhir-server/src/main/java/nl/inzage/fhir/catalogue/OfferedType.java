package nl.inzage.fhir.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.inzage.fhir.catalogue.Parameter.Kind;

/**
 * A row of the catalogue: a resource type, whose it is and what may be asked of it.
 *
 * @param parameters the search parameters; empty when the type can only be read
 * @param parts paths to what is released together with it
 */
public record OfferedType(
        String name,
        Ownership ownership,
        List<Parameter> parameters,
        List<Include> includes,
        List<String> parts,
        Set<Operation> operations,
        Set<Limit> limits) {

    private OfferedType(String name, Ownership ownership, List<Parameter> parameters, List<Include> includes) {
        this(name, ownership, parameters, includes, List.of(), Set.of(), Set.of());
    }

    static OfferedType ownedBy(String name, String element, Parameter... parameters) {
        List<Parameter> all = OwnParameters.with(element, parameters);
        List<Include> owner = all.stream()
                .filter(parameter -> parameter.kind() == Kind.OWNER)
                .map(parameter -> Include.ofOwner(parameter.name()))
                .toList();
        return new OfferedType(name, new Ownership.By(element), all, owner);
    }

    static OfferedType patient(Parameter... parameters) {
        return new OfferedType("Patient", new Ownership.Self(), OwnParameters.with("", parameters), List.of());
    }

    static OfferedType shared(String name) {
        return new OfferedType(name, new Ownership.Shared(), List.of(), List.of());
    }

    static OfferedType content(String name) {
        return new OfferedType(name, new Ownership.Content(), List.of(), List.of());
    }

    OfferedType including(String include, String path, String... targets) {
        List<Include> more = new ArrayList<>(includes);
        more.add(new Include(include, path, List.of(targets)));
        return new OfferedType(name, ownership, parameters, List.copyOf(more), parts, operations, limits);
    }

    OfferedType releasedWith(String... paths) {
        return new OfferedType(name, ownership, parameters, includes, List.of(paths), operations, limits);
    }

    OfferedType offering(Operation operation) {
        return new OfferedType(name, ownership, parameters, includes, parts, EnumSet.of(operation), limits);
    }

    OfferedType only(Limit limit) {
        return new OfferedType(name, ownership, parameters, includes, parts, operations, EnumSet.of(limit));
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

    public Optional<Include> include(String name) {
        return includes.stream().filter(include -> include.name().equals(name)).findFirst();
    }

    /** The operation of this name, without dollar sign, when the type has it. */
    public Optional<Operation> operation(String code) {
        return operations.stream()
                .filter(operation -> operation.code().equals(code))
                .findFirst();
    }

    /** The parameter that is the type's date and order. */
    public Optional<Parameter> date() {
        return parameters.stream()
                .filter(parameter -> parameter.kind() == Kind.DATE)
                .findFirst();
    }
}
