package nl.inzage.policy.dossier;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import nl.inzage.policy.identity.LocationId;
import nl.inzage.policy.ruling.Ruling;

/**
 * From which day on data is shown in the portal (feature F25). Older data stays with the hospital's staff.
 *
 * @param everywhere one first day for the whole hospital, or nothing
 * @param byLocation a first day for each location, where they differ (Amsterdam UMC); else empty
 * @param olderAgreementsBefore agreements from before the first day are shown when they are older than this (UMC
 *     Utrecht's tab "Behandelafspraken"), or nothing
 */
public record DossierStart(
        Optional<LocalDate> everywhere,
        Map<LocationId, LocalDate> byLocation,
        Optional<LocalDate> olderAgreementsBefore) {

    public DossierStart {
        if (everywhere.isPresent() && !byLocation.isEmpty()) {
            throw new IllegalArgumentException("A dossier starts everywhere on one day or by location, not both");
        }
        byLocation = Map.copyOf(byLocation);
    }

    /** Whether data of a day may be shown; data without a day may not, because nobody can tell. */
    public Ruling<StartReason> show(DossierEntry entry) {
        if (entry.day().isEmpty()) {
            return Ruling.refused(StartReason.NO_DATE);
        }
        LocalDate day = entry.day().get();
        if (entry.olderAgreement()
                && olderAgreementsBefore.filter(day::isBefore).isPresent()) {
            return Ruling.allowed(StartReason.OLDER_AGREEMENT);
        }
        Optional<LocalDate> start = everywhere.or(() -> startOf(entry.location()));
        if (start.isEmpty()) {
            return Ruling.allowed(StartReason.NO_START_DATE);
        }
        return day.isBefore(start.get())
                ? Ruling.refused(StartReason.BEFORE_START_DATE)
                : Ruling.allowed(StartReason.FROM_START_DATE);
    }

    /** A location that is not known counts as the one that starts last: never too early. */
    private Optional<LocalDate> startOf(Optional<LocationId> location) {
        return location.map(byLocation::get)
                .or(() -> byLocation.values().stream().max(LocalDate::compareTo));
    }
}
