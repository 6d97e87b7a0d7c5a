package nl.inzage.policy.delegation;

/** Whether a patient can weigh his or her own interests, "wilsbekwaam". */
public enum Capacity {
    CAPABLE,
    INCAPABLE
}
