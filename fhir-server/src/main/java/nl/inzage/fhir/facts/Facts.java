package nl.inzage.fhir.facts;

import java.time.Instant;
import nl.inzage.policy.dossier.DossierEntry;
import nl.inzage.policy.release.GroupRole;
import nl.inzage.policy.release.LetterFacts;
import nl.inzage.policy.release.ResultFacts;

/** What decides when a resource may be seen. No rule is applied yet: what nobody stated is unknown. */
public sealed interface Facts {

    /**
     * The outcome of an examination.
     *
     * @param role PART for an observation, CARRIER for what tells what the parts say: a report, document or image
     */
    record Result(GroupRole role, ResultFacts result) implements Facts {}

    /** A letter, referral or visit summary; in a group it is a {@link GroupRole#CARRIER}. */
    record Letter(LetterFacts letter) implements Facts {}

    /**
     * Anything else that has a place in time: problems, medication, vital signs, visits.
     *
     * @param received when it arrived, by the database's clock
     */
    record Entry(DossierEntry entry, Instant received) implements Facts {}

    /**
     * What the start date of a dossier does not apply to: who the patient is, who may act, who works here, what is to
     * be done.
     *
     * @param received when it arrived, by the database's clock
     */
    record Always(Instant received) implements Facts {}
}
