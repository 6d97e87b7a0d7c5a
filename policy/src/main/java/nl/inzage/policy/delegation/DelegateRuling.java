package nl.inzage.policy.delegation;

import java.time.Instant;
import nl.inzage.policy.delegation.DelegationRules.AtTwelve;
import nl.inzage.policy.delegation.DelegationRules.RightsPreset;
import nl.inzage.policy.identity.AgeBand;
import nl.inzage.policy.release.EarlyReason;
import nl.inzage.policy.release.EarlyRules;
import nl.inzage.policy.release.Viewer;
import nl.inzage.policy.ruling.Ruling;

/**
 * What a delegate may do for a patient (F51). A delegate never sees more than the patient, never appoints another one,
 * and by default never switches early results.
 */
public final class DelegateRuling {

    private final DelegationRules rules;
    private final EarlyRules early;

    public DelegateRuling(DelegationRules rules, EarlyRules early) {
        this.rules = rules;
        this.early = early;
    }

    public DelegateRights of(DelegateRelation relation, PatientStanding patient, Instant now) {
        Ruling<DelegateReason> access = new DelegateAccess(rules).of(relation, patient, now);
        return access.fold(
                active -> DelegateRights.of(right -> rule(right, relation, patient, now)),
                closed -> DelegateRights.of(right -> access));
    }

    private Ruling<DelegateReason> rule(
            DelegateRight right, DelegateRelation relation, PatientStanding patient, Instant now) {
        return switch (right) {
            case APPOINT_DELEGATE -> Ruling.refused(DelegateReason.ONLY_THE_PATIENT);
            case SWITCH_EARLY_RESULTS -> mayDelegatesSwitch(patient, now);
            case VIEW_EARLY_RESULTS -> seesEarly(patient);
            case VIEW_DOSSIER, SEND_MESSAGE, REQUEST_REPEAT -> Ruling.allowed(whatAPatientCan(patient, now));
            case CHANGE_MEDICAL_DATA -> sameAsPatient(patient, now) ? same() : onlyBelowTwelve(patient, now);
            case BOOK_APPOINTMENT, CHANGE_PERSONAL_DATA, SHARE_DOSSIER ->
                sameAsPatient(patient, now) ? same() : onlyForARepresentative(relation, patient, now);
            case VIEW_DELEGATES ->
                sameAsPatient(patient, now) ? same() : Ruling.refused(DelegateReason.ONLY_THE_PATIENT);
        };
    }

    private Ruling<DelegateReason> mayDelegatesSwitch(PatientStanding patient, Instant now) {
        return early.maySwitch(Viewer.DELEGATE, patient.born(), now)
                .fold(
                        allowed -> Ruling.allowed(DelegateReason.HOSPITAL_LETS_DELEGATES_SWITCH),
                        refused -> Ruling.refused(
                                refused == EarlyReason.NOT_OFFERED
                                        ? DelegateReason.NO_EARLY_RESULTS
                                        : DelegateReason.ONLY_THE_PATIENT));
    }

    private Ruling<DelegateReason> seesEarly(PatientStanding patient) {
        return early.seesEarly(Viewer.DELEGATE, patient.choice())
                .fold(
                        allowed -> Ruling.allowed(DelegateReason.PATIENT_OPTED_IN),
                        refused -> Ruling.refused(DelegateReason.NO_EARLY_RESULTS));
    }

    private static Ruling<DelegateReason> onlyBelowTwelve(PatientStanding patient, Instant now) {
        return AgeBand.of(patient.born(), now) == AgeBand.CHILD
                ? Ruling.allowed(DelegateReason.PATIENT_BELOW_TWELVE)
                : Ruling.refused(DelegateReason.PATIENT_FROM_TWELVE);
    }

    /** "voor patiënten jonger dan 12 jaar, en voor wilsonbekwame patiënten" (UMCG). */
    private static Ruling<DelegateReason> onlyForARepresentative(
            DelegateRelation relation, PatientStanding patient, Instant now) {
        boolean represented =
                patient.capacity() == Capacity.INCAPABLE || AgeBand.of(patient.born(), now) == AgeBand.CHILD;
        return relation.kind().isLegal() && represented
                ? Ruling.allowed(DelegateReason.LEGAL_REPRESENTATIVE)
                : Ruling.refused(DelegateReason.NOT_LEGAL_REPRESENTATIVE);
    }

    private DelegateReason whatAPatientCan(PatientStanding patient, Instant now) {
        return sameAsPatient(patient, now) ? DelegateReason.SAME_AS_PATIENT : DelegateReason.ACTIVE;
    }

    private boolean sameAsPatient(PatientStanding patient, Instant now) {
        boolean shrunk = rules.atTwelve() == AtTwelve.RIGHTS_SHRINK && AgeBand.of(patient.born(), now) != AgeBand.CHILD;
        return rules.rights() == RightsPreset.SAME_AS_PATIENT && !shrunk;
    }

    private static Ruling<DelegateReason> same() {
        return Ruling.allowed(DelegateReason.SAME_AS_PATIENT);
    }
}
