package nl.inzage.policy.release;

import java.time.Instant;

/** What the treating clinician decided about the release of one result. */
public sealed interface ClinicianAct {

    /** When it was decided. */
    Instant placed();

    /** Keep it back until a moment: "Het kan ook langer dan een week duren" (UMCG). */
    record Hold(Instant placed, Instant until) implements ClinicianAct {}

    /** It was discussed with the patient: show it now. */
    record ReleaseNow(Instant placed) implements ClinicianAct {}
}
