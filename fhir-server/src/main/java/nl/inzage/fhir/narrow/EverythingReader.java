package nl.inzage.fhir.narrow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.fhir.access.Admission;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.policy.smart.Interaction;

/**
 * Reads {@code $everything}: {@code _count} and {@code _type}. Not {@code _since}: a row's update may lie long before
 * its release, so that an app that asks for what is new since its last visit would never get what was released since.
 */
final class EverythingReader {

    private EverythingReader() {}

    /** Rows of a type that are asked, as far as the scopes permit. */
    record Sought(OfferedType type, Admission admission) {}

    /**
     * A page of a dossier.
     *
     * @param own the types of the dossier's own rows
     * @param shared the types of what they name
     */
    record Wish(List<Sought> own, List<String> shared, int count, Optional<String> cursor) {}

    static Wish read(Catalogue catalogue, Parameters parameters, AccessPlan plan) {
        int count = Values.DEFAULT_COUNT;
        Optional<String> cursor = Optional.empty();
        Optional<List<OfferedType>> types = Optional.empty();
        Set<String> seen = new HashSet<>();
        for (Parameters.Pair pair : parameters.pairs()) {
            if (!seen.add(pair.name())) {
                throw Refusal.shape("A parameter is repeated");
            }
            switch (pair.name()) {
                case "_count" -> count = Values.count(pair.value());
                case "_type" -> types = Optional.of(types(catalogue, pair.value()));
                case QueryReader.CURSOR -> cursor = Optional.of(pair.value());
                case Formats.PARAMETER -> {}
                default -> throw Refusal.shape("$everything takes _count and _type");
            }
        }
        return wish(catalogue, types, plan, count, cursor);
    }

    private static Wish wish(
            Catalogue catalogue,
            Optional<List<OfferedType>> types,
            AccessPlan plan,
            int count,
            Optional<String> cursor) {
        List<Sought> own = new ArrayList<>();
        List<String> shared = new ArrayList<>();
        for (OfferedType type : types.orElse(List.copyOf(catalogue.types()))) {
            if (!type.isOwned() && !type.isShared()) {
                continue;
            }
            Optional<Admission> admission =
                    plan.admission(type, type.isShared() ? Interaction.READ : Interaction.SEARCH);
            if (admission.isEmpty() && types.isPresent()) {
                throw Refusal.scope("The scopes do not permit this for " + type.name());
            }
            admission.ifPresent(rows -> {
                if (type.isShared()) {
                    shared.add(type.name());
                } else {
                    own.add(new Sought(type, rows));
                }
            });
        }
        if (own.isEmpty()) {
            throw Refusal.scope("The scopes permit nothing of the dossier");
        }
        return new Wish(own, shared, count, cursor);
    }

    private static List<OfferedType> types(Catalogue catalogue, String value) {
        List<OfferedType> types = new ArrayList<>();
        for (String name : Values.alternatives(value)) {
            OfferedType type = catalogue
                    .type(name)
                    .filter(offered -> offered.isOwned() || offered.isShared())
                    .orElseThrow(() -> Refusal.value("_type names a type that is not offered"));
            types.add(type);
        }
        if (types.stream().noneMatch(OfferedType::isOwned)) {
            throw Refusal.value("_type names no type that belongs to a patient");
        }
        return types;
    }
}
