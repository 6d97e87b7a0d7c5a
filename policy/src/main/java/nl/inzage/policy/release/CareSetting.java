package nl.inzage.policy.release;

/** Where in the hospital an examination took place, as far as the rules tell it apart (F32). */
public enum CareSetting {
    OUTPATIENT,
    ADMISSION,
    EMERGENCY,
    DAY_CARE,
    DIALYSIS,
    RADIOTHERAPY,
    ENDOSCOPY,
    FUNCTION_CENTRE,
    UNKNOWN
}
