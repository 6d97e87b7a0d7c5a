package nl.inzage.policy.release;

/** Who asked for an examination (F32: not shown when a GP outside the hospital did). */
public enum RequestOrigin {
    HOSPITAL,
    OUTSIDE,
    UNKNOWN
}
