package nl.inzage.policy.login;

/** Where somebody can get an account or a new activation code. */
public enum EnrolmentChannel {
    /** At a registration desk, in person. */
    DESK,
    /** At the outpatient clinic where one is treated, in person. */
    CLINIC,
    /** By video, "Digitale Balie". */
    VIDEO_DESK,
    /** By oneself, with DigiD. */
    DIGID
}
