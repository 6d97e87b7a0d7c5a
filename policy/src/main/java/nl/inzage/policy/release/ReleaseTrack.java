package nl.inzage.policy.release;

/** Which of the two release moments counts for a viewer. */
public enum ReleaseTrack {
    ORDINARY,
    EARLY
}
