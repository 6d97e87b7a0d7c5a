package nl.inzage.policy.smart;

/** Whose data a resource scope concerns: one patient, what a user may see, or what a system may see. */
public enum Compartment {
    PATIENT,
    USER,
    SYSTEM
}
