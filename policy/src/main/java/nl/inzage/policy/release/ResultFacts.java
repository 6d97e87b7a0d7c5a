package nl.inzage.policy.release;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.inzage.policy.dossier.DossierEntry;
import nl.inzage.policy.identity.LocationId;

/**
 * What the rules must know of a result. Each fact may be unknown; none may be guessed.
 *
 * @param categories what sort of examination it was; empty when nothing says so
 * @param setting where it was done
 * @param requestedBy who asked for it
 * @param research whether it was done for a scientific study
 * @param location the location of the hospital
 * @param examined the Dutch calendar date of the examination or of the sample
 * @param stage how far the result is
 * @param times when it became known
 */
public record ResultFacts(
        Set<ResultCategory> categories,
        CareSetting setting,
        RequestOrigin requestedBy,
        boolean research,
        Optional<LocationId> location,
        Optional<LocalDate> examined,
        ResultStage stage,
        ResultTimes times) {

    public ResultFacts {
        categories = Set.copyOf(categories);
    }

    /** A result of which only this is known: the rest is unknown, which is never in its favour. */
    public static ResultFacts of(
            Set<ResultCategory> categories, Optional<LocalDate> examined, ResultStage stage, ResultTimes times) {
        return new ResultFacts(
                categories,
                CareSetting.UNKNOWN,
                RequestOrigin.UNKNOWN,
                false,
                Optional.empty(),
                examined,
                stage,
                times);
    }

    DossierEntry dossierEntry() {
        return new DossierEntry(examined, location, false);
    }
}
