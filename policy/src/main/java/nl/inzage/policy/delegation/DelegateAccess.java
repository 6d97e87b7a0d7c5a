package nl.inzage.policy.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.inzage.policy.calendar.DutchCalendar;
import nl.inzage.policy.delegation.DelegationRules.AtTwelve;
import nl.inzage.policy.identity.AgeBand;
import nl.inzage.policy.identity.BirthDate;
import nl.inzage.policy.ruling.Ruling;

/** Whether a delegate gets in at all (F49, F50, F53; WGBO, Civil Code 7:447, 7:450 and 7:465). */
final class DelegateAccess {

    private final DelegationRules rules;

    DelegateAccess(DelegationRules rules) {
        this.rules = rules;
    }

    Ruling<DelegateReason> of(DelegateRelation relation, PatientStanding patient, Instant now) {
        return closed(relation, patient, now)
                .or(() -> notFit(relation, patient, now))
                .map(Ruling::<DelegateReason>refused)
                .orElseGet(() -> Ruling.allowed(DelegateReason.ACTIVE));
    }

    private Optional<DelegateReason> closed(DelegateRelation relation, PatientStanding patient, Instant now) {
        if (!rules.offered()) {
            return Optional.of(DelegateReason.NOT_OFFERED);
        }
        if (patient.deceased()) {
            return Optional.of(DelegateReason.PATIENT_DECEASED);
        }
        if (relation.withdrawn().filter(moment -> !moment.isAfter(now)).isPresent()) {
            return Optional.of(DelegateReason.WITHDRAWN);
        }
        if (now.isBefore(relation.registered())) {
            return Optional.of(DelegateReason.NOT_STARTED);
        }
        return relation.ends().filter(moment -> !moment.isAfter(now)).map(moment -> DelegateReason.ENDED);
    }

    private Optional<DelegateReason> notFit(DelegateRelation relation, PatientStanding patient, Instant now) {
        if (!rules.kinds().contains(relation.kind())) {
            return Optional.of(DelegateReason.KIND_NOT_ACCEPTED);
        }
        if (stoppedByAge(relation, patient.born(), now)) {
            return Optional.of(DelegateReason.STOPPED_AT_AGE);
        }
        AgeBand band = AgeBand.of(patient.born(), now);
        if (band == AgeBand.CHILD) {
            return relation.kind().isLegal()
                    ? Optional.empty()
                    : Optional.of(DelegateReason.PATIENT_TOO_YOUNG_TO_CHOOSE);
        }
        return needsConsent(relation, patient, band) && !hasConsent(relation, patient.born(), band)
                ? Optional.of(DelegateReason.PATIENT_HAS_NOT_CONSENTED)
                : Optional.empty();
    }

    /** "automatisch stopgezet bij 16 jaar": what was registered before that birthday; a new registration may follow. */
    private boolean stoppedByAge(DelegateRelation relation, BirthDate born, Instant now) {
        return rules.stopsAt()
                .filter(age ->
                        born.mayHaveReached(age, now) && registeredOn(relation).isBefore(born.firstBirthday(age)))
                .isPresent();
    }

    private boolean needsConsent(DelegateRelation relation, PatientStanding patient, AgeBand band) {
        if (relation.kind() == DelegateKind.CHOSEN) {
            return true;
        }
        if (patient.capacity() == Capacity.INCAPABLE || relation.kind().isAppointedForAnAdult()) {
            return false;
        }
        return band == AgeBand.ADULT || rules.atTwelve() == AtTwelve.NEEDS_CONSENT;
    }

    /** Consent counts when it was given at an age at which it is the patient's to give. */
    private static boolean hasConsent(DelegateRelation relation, BirthDate born, AgeBand band) {
        LocalDate own = born.firstBirthday(band == AgeBand.ADULT ? AgeBand.ADULT_FROM : AgeBand.YOUTH_FROM);
        return relation.consented()
                .map(DutchCalendar::dateOf)
                .filter(day -> !day.isBefore(own))
                .isPresent();
    }

    private static LocalDate registeredOn(DelegateRelation relation) {
        return DutchCalendar.dateOf(relation.registered());
    }
}
