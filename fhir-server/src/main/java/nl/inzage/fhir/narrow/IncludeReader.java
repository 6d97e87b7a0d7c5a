package nl.inzage.fhir.narrow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.fhir.access.Admission;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.catalogue.Include;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.narrow.Query.Followed;
import nl.inzage.policy.smart.Interaction;

/**
 * Reads {@code _include=Type:name} and {@code Type:name:Target} by the catalogue. Only what is nobody's own is followed
 * on, by {@code _include:iterate}: from a role to who has it.
 */
final class IncludeReader {

    static final String ONCE = "_include";
    static final String ITERATE = "_include:iterate";

    private final Catalogue catalogue;
    private final AccessPlan plan;
    private final List<String> iterated = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Followed> followed = new ArrayList<>();

    IncludeReader(Catalogue catalogue, AccessPlan plan) {
        this.catalogue = catalogue;
        this.plan = plan;
    }

    void read(OfferedType searched, String name, String value) {
        if (!seen.add(value)) {
            throw Refusal.shape("A parameter is repeated");
        }
        if (name.equals(ITERATE)) {
            iterated.add(value);
        } else {
            followed.addAll(follow(searched, value));
        }
    }

    List<Followed> followed() {
        return List.copyOf(followed);
    }

    /** What is followed from what was followed; asked once all parameters are read, since their order is free. */
    List<Followed> further() {
        return iterated.stream()
                .flatMap(value -> {
                    OfferedType source = followed.stream()
                            .map(Followed::target)
                            .filter(target -> target.isShared() && value.startsWith(target.name() + ":"))
                            .findFirst()
                            .orElseThrow(() -> Refusal.shape(ITERATE + " follows on from an _include of a role only"));
                    return follow(source, value).stream();
                })
                .toList();
    }

    private List<Followed> follow(OfferedType source, String value) {
        String[] parts = value.split(":", -1);
        Include include = Optional.of(parts)
                .filter(said -> (said.length == 2 || said.length == 3) && said[0].equals(source.name()))
                .flatMap(said -> source.include(said[1]))
                .filter(offered -> parts.length == 2 || offered.targets().contains(parts[2]))
                .orElseThrow(() -> Refusal.shape("An _include is not offered for " + source.name()));
        List<Followed> permitted = new ArrayList<>();
        for (String name : parts.length == 3 ? List.of(parts[2]) : include.targets()) {
            OfferedType target = catalogue.type(name).orElseThrow();
            Optional<Admission> admission = plan.admission(target, Interaction.READ);
            admission.ifPresent(rows -> permitted.add(new Followed(source, include, target, rows)));
        }
        if (permitted.isEmpty()) {
            throw Refusal.scope("The scopes do not permit to read what " + value + " names");
        }
        return permitted;
    }
}
