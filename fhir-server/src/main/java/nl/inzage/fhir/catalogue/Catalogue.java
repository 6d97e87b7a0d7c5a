package nl.inzage.fhir.catalogue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one table of what people and apps can ask: it decides what the released view holds, which requests the narrow
 * door takes and what its CapabilityStatement says. What is not in it does not exist. To offer a type, add a row.
 * Parameters keep FHIR R4's names and meaning, and read the resource itself only, never what it refers to.
 */
public final class Catalogue {

    private static final List<OfferedType> ROWS = Stream.of(
                    PersonTypes.rows(),
                    HealthTypes.rows(),
                    MedicationTypes.rows(),
                    ResultTypes.rows(),
                    PlanTypes.rows())
            .flatMap(List::stream)
            .toList();

    private final Map<String, OfferedType> types;

    public Catalogue() {
        this(ROWS);
    }

    Catalogue(List<OfferedType> rows) {
        Map<String, OfferedType> byName = new LinkedHashMap<>();
        rows.forEach(row -> byName.put(row.name(), row));
        this.types = byName;
    }

    /** The row of a type, or nothing: then the type does not exist for people and apps. */
    public Optional<OfferedType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    public Collection<OfferedType> types() {
        return types.values();
    }

    /** Whether a type belongs to patients, so that a reference to it may be one to something hidden. */
    public boolean isOwned(String name) {
        return type(name).map(OfferedType::isOwned).orElse(false);
    }
}
