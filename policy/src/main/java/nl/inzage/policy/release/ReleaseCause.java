package nl.inzage.policy.release;

/** The steps by which a release is decided; staff see them as codes. */
public enum ReleaseCause {
    /** Not a result: seen as soon as it arrives. */
    AT_ONCE,
    /** The hospital's embargo for this category. */
    EMBARGO,
    /** A category that no table knows, so the longest embargo. */
    UNKNOWN_CATEGORY_LONGEST,
    /** More than one category, so the longest embargo of them. */
    SEVERAL_CATEGORIES_LONGEST,
    /** No issued moment, or one in the future: the clock starts at receipt. */
    CLOCK_STARTS_AT_RECEIPT,
    /** The group is seen together with the latest of it. */
    LATEST_OF_GROUP,
    /** It was seen before and stays. */
    ALREADY_SEEN,
    HELD_BY_CLINICIAN,
    RELEASED_BY_CLINICIAN,

    /** No category at all: staff must give it one. */
    NO_CATEGORY,
    NO_DATE,
    BEFORE_START_DATE,
    NOT_FINAL,
    WITHDRAWN,
    OUT_OF_SCOPE,
    EXCLUDED,
    /** A letter that goes in a direction that the hospital does not show. */
    DIRECTION_NOT_SHOWN,
    /** A member of the group is withheld, and this one would tell what it says. */
    GROUP_MEMBER_WITHHELD,
    /** A finished report names a result or document that is not here yet. */
    GROUP_INCOMPLETE,
    /** It cannot be established about which patient it is. */
    NO_PATIENT,
    /** It carries no hospital's mark, or that of one without a policy. */
    UNKNOWN_HOSPITAL
}
