package nl.inzage.policy.release;

/**
 * What sort of examination a result comes from, as far as a hospital's rules tell them apart (F30, F32, F33). Which
 * code means which category is a fact, not a rule.
 */
public enum ResultCategory {
    /** Laboratory, without saying which discipline. */
    LABORATORY(EmbargoClass.ORDINARY),
    CLINICAL_CHEMISTRY(EmbargoClass.ORDINARY),
    HAEMATOLOGY(EmbargoClass.ORDINARY),
    SPECIAL_HAEMATOLOGY(EmbargoClass.ORDINARY),
    TRANSFUSION_LABORATORY(EmbargoClass.ORDINARY),
    MICROBIOLOGY(EmbargoClass.ORDINARY),
    METABOLIC_LABORATORY(EmbargoClass.ORDINARY),
    GENETICS(EmbargoClass.ORDINARY),
    /** Sexually transmitted infections, "SOA". */
    STI(EmbargoClass.STI),
    PATHOLOGY(EmbargoClass.PATHOLOGY),
    RADIOLOGY(EmbargoClass.RADIOLOGY),
    /** Heart function, such as an ECG or a cycle test. */
    HEART_FUNCTION(EmbargoClass.ORDINARY),
    LUNG_FUNCTION(EmbargoClass.ORDINARY),
    /** Clinical neurophysiology, "KNF". */
    NEUROPHYSIOLOGY(EmbargoClass.ORDINARY),
    ENDOSCOPY(EmbargoClass.ORDINARY),
    /** A code that no table knows: the longest embargo of the hospital. */
    UNKNOWN(EmbargoClass.LONGEST);

    private final EmbargoClass embargo;

    ResultCategory(EmbargoClass embargo) {
        this.embargo = embargo;
    }

    EmbargoClass embargo() {
        return embargo;
    }
}
