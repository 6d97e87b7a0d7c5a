package nl.inzage.policy.dossier;

/** Why data is on one or the other side of the start date of a dossier. */
public enum StartReason {
    /** The hospital shows data of any age. */
    NO_START_DATE,
    FROM_START_DATE,
    OLDER_AGREEMENT,
    BEFORE_START_DATE,
    /** Without a date nobody can tell on which side it is. */
    NO_DATE
}
