package nl.inzage.policy.release;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import nl.inzage.policy.identity.LocationId;

/**
 * A sort of result that a hospital never shows, or not from before a day (F32, F33). Every condition that is given must
 * hold; an exclusion without conditions is refused with an IllegalArgumentException.
 *
 * @param categories results of one of these categories; empty means any
 * @param settings examinations in one of these settings; empty means any
 * @param requestedOutside only what was asked from outside the hospital
 * @param research only what was done for a study
 * @param location only from this location
 * @param before only examinations before this day
 * @param phrase the words of the hospital
 */
public record Exclusion(
        Set<ResultCategory> categories,
        Set<CareSetting> settings,
        boolean requestedOutside,
        boolean research,
        Optional<LocationId> location,
        Optional<LocalDate> before,
        Optional<String> phrase) {

    public Exclusion {
        categories = Set.copyOf(categories);
        settings = Set.copyOf(settings);
        if (categories.isEmpty() && settings.isEmpty() && !requestedOutside && !research) {
            throw new IllegalArgumentException("An exclusion says what it excludes");
        }
    }

    boolean excludes(ResultFacts result) {
        return (categories.isEmpty() || !Collections.disjoint(categories, result.categories()))
                && (settings.isEmpty() || inSettings(result.setting()))
                && (!requestedOutside || result.requestedBy() == RequestOrigin.OUTSIDE)
                && (!research || result.research())
                && (location.isEmpty() || result.location().isEmpty() || location.equals(result.location()))
                && (before.isEmpty()
                        || result.examined().filter(before.get()::isAfter).isPresent());
    }

    /** From the time that a setting was kept back, an examination without a setting may have been there. */
    private boolean inSettings(CareSetting setting) {
        return settings.contains(setting) || (setting == CareSetting.UNKNOWN && before.isPresent());
    }
}
