package nl.inzage.policy.login;

/** What proves at a desk who somebody is (F4). */
public enum IdentityDocument {
    PASSPORT,
    IDENTITY_CARD,
    DRIVING_LICENCE,
    /** The hospital's own card. */
    PATIENT_CARD
}
