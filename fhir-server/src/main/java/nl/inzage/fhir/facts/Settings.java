package nl.inzage.fhir.facts;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.inzage.policy.release.CareSetting;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Reference;

/**
 * Where an examination took place, from its encounters: class, type, service type and the type of the location. A stay
 * (admission, emergency, day care) goes before a department, a department before the outpatient clinic. What
 * contradicts itself is unknown.
 */
final class Settings {

    private static final Set<CareSetting> STAYS =
            EnumSet.of(CareSetting.ADMISSION, CareSetting.EMERGENCY, CareSetting.DAY_CARE);

    private final CodeTable<CareSetting> table;

    Settings(CodeTable<CareSetting> table) {
        this.table = table;
    }

    CareSetting of(List<Encounter> encounters, Neighbourhood around) {
        Set<CareSetting> settings =
                encounters.stream().map(encounter -> of(encounter, around)).collect(Collectors.toSet());
        return settings.size() == 1 ? settings.iterator().next() : CareSetting.UNKNOWN;
    }

    private CareSetting of(Encounter encounter, Neighbourhood around) {
        Set<CareSetting> byClass = table.of(encounter.getClass_()).map(Set::of).orElse(Set.of());
        Set<CareSetting> all = EnumSet.noneOf(CareSetting.class);
        all.addAll(byClass);
        all.addAll(table.of(concepts(encounter, around)));
        Set<CareSetting> stays = only(all, STAYS);
        if (stays.size() > 1) {
            return byClass.stream().filter(STAYS::contains).findFirst().orElse(CareSetting.UNKNOWN);
        }
        Set<CareSetting> departments = only(
                all,
                EnumSet.complementOf(EnumSet.of(
                        CareSetting.ADMISSION,
                        CareSetting.EMERGENCY,
                        CareSetting.DAY_CARE,
                        CareSetting.OUTPATIENT,
                        CareSetting.UNKNOWN)));
        return Stream.of(stays, departments, all)
                .filter(some -> !some.isEmpty())
                .findFirst()
                .filter(some -> some.size() == 1)
                .map(one -> one.iterator().next())
                .orElse(CareSetting.UNKNOWN);
    }

    private static Set<CareSetting> only(Set<CareSetting> all, Set<CareSetting> wanted) {
        return all.stream().filter(wanted::contains).collect(Collectors.toSet());
    }

    private static List<CodeableConcept> concepts(Encounter encounter, Neighbourhood around) {
        List<Reference> locations = encounter.getLocation().stream()
                .map(Encounter.EncounterLocationComponent::getLocation)
                .toList();
        return Stream.of(
                        encounter.getType().stream(),
                        Stream.of(encounter.getServiceType()),
                        around.all(locations, Location.class).stream().flatMap(place -> place.getType().stream()))
                .flatMap(concepts -> concepts)
                .toList();
    }
}
