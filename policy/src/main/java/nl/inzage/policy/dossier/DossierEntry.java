package nl.inzage.policy.dossier;

import java.time.LocalDate;
import java.util.Optional;
import nl.inzage.policy.identity.LocationId;

/**
 * What the start date of a dossier looks at.
 *
 * @param day when it happened or, for what has no such day, when it was recorded; a Dutch calendar date
 * @param location where in the hospital it comes from, when that is known
 * @param olderAgreement whether it is an agreement from the portal that the hospital had before
 */
public record DossierEntry(Optional<LocalDate> day, Optional<LocationId> location, boolean olderAgreement) {}
