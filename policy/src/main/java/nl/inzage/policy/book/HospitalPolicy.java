package nl.inzage.policy.book;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.inzage.policy.appointment.AppointmentRules;
import nl.inzage.policy.contact.HospitalContact;
import nl.inzage.policy.delegation.DelegateRelation;
import nl.inzage.policy.delegation.DelegateRights;
import nl.inzage.policy.delegation.DelegateRuling;
import nl.inzage.policy.delegation.DelegationRules;
import nl.inzage.policy.delegation.PatientStanding;
import nl.inzage.policy.dossier.DossierEntry;
import nl.inzage.policy.dossier.DossierRules;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.identity.LocationId;
import nl.inzage.policy.login.AccountRules;
import nl.inzage.policy.medication.MedicationRules;
import nl.inzage.policy.message.MessageRules;
import nl.inzage.policy.notification.NotificationRules;
import nl.inzage.policy.person.PersonRules;
import nl.inzage.policy.release.ClinicianAct;
import nl.inzage.policy.release.ClinicianSay;
import nl.inzage.policy.release.EntryRelease;
import nl.inzage.policy.release.LetterFacts;
import nl.inzage.policy.release.LetterRelease;
import nl.inzage.policy.release.LetterRules;
import nl.inzage.policy.release.ReleaseDecision;
import nl.inzage.policy.release.ResultFacts;
import nl.inzage.policy.release.ResultRelease;
import nl.inzage.policy.release.ResultRules;
import nl.inzage.policy.sharing.MergeRules;
import nl.inzage.policy.sharing.ShareRules;

/**
 * What one hospital decided, as its policy file says, and the decisions that follow from it.
 *
 * @param name the hospital's name as people know it
 * @param locations the locations that its rules tell apart; empty where they do not
 */
public record HospitalPolicy(
        HospitalId id,
        String name,
        Set<LocationId> locations,
        HospitalContact contact,
        AccountRules account,
        DossierRules dossier,
        ResultRules resultRules,
        LetterRules letters,
        MedicationRules medication,
        AppointmentRules appointments,
        MessageRules messages,
        PersonRules person,
        DelegationRules delegation,
        ShareRules sharing,
        MergeRules merging,
        NotificationRules notifications) {

    public HospitalPolicy {
        locations = Set.copyOf(locations);
    }

    /** When a result by itself may be seen. */
    public ReleaseDecision releaseOf(ResultFacts result) {
        return new ResultRelease(resultRules, dossier.start()).of(result);
    }

    /** When a letter may be seen. */
    public ReleaseDecision releaseOf(LetterFacts letter) {
        return new LetterRelease(letters, dossier.start()).of(letter);
    }

    /** When anything else may be seen. */
    public ReleaseDecision releaseOf(DossierEntry entry, Instant received) {
        return new EntryRelease(dossier.start()).of(entry, received);
    }

    /** What is left of a release after what the clinician decided. */
    public ReleaseDecision heard(ReleaseDecision byRule, List<ClinicianAct> acts) {
        return new ClinicianSay(resultRules.longestHold()).on(byRule, acts);
    }

    /** What a delegate may do for a patient. */
    public DelegateRights rightsOf(DelegateRelation relation, PatientStanding patient, Instant now) {
        return new DelegateRuling(delegation, resultRules.early()).of(relation, patient, now);
    }
}
