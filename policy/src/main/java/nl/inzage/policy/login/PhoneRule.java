package nl.inzage.policy.login;

import nl.inzage.policy.ruling.Ruling;

/** Which telephone number receives the codes (F10). */
public enum PhoneRule {
    /** Any mobile number in international form (E.164). */
    MOBILE("\\+[1-9][0-9]{6,14}"),
    /** A mobile number that the hospital registered at the desk. */
    REGISTERED_MOBILE("\\+[1-9][0-9]{6,14}"),
    /** A Dutch 06 number that the hospital registered. */
    DUTCH_MOBILE("\\+316[0-9]{8}");

    private final String form;

    PhoneRule(String form) {
        this.form = form;
    }

    /** Why a number can or cannot be used. */
    public enum Reason {
        FORM_FITS,
        FORM_DOES_NOT_FIT
    }

    /** Whether a number in international form can be used. */
    public Ruling<Reason> accepts(String number) {
        return number.matches(form) ? Ruling.allowed(Reason.FORM_FITS) : Ruling.refused(Reason.FORM_DOES_NOT_FIT);
    }
}
