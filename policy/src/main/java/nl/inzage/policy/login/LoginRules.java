package nl.inzage.policy.login;

import java.time.Instant;
import java.util.Set;
import nl.inzage.policy.identity.BirthDate;
import nl.inzage.policy.ruling.Ruling;

/**
 * How people log in (F7, F8, F10, F12, F18).
 *
 * @param methods the ways in
 * @param digid what is asked of DigiD, where it is a way in
 * @param minimumAge the age in years from which somebody has an account of his or her own
 * @param phone which telephone number is needed
 * @param email whether an e-mail address is needed
 * @param usernameChange who can change a user name later
 */
public record LoginRules(
        Set<LoginMethod> methods,
        DigidRules digid,
        int minimumAge,
        PhoneRule phone,
        EmailRule email,
        UsernameChange usernameChange) {

    public LoginRules {
        methods = Set.copyOf(methods);
    }

    /** Why somebody may or may not have an account. */
    public enum Reason {
        OLD_ENOUGH,
        TOO_YOUNG
    }

    /** Whether patients have a user name and password here. */
    public boolean withPassword() {
        return methods.contains(LoginMethod.PASSWORD_AND_SMS);
    }

    /** Why somebody may or may not come in with a passkey. */
    public enum Passkey {
        CONDITIONS_MET,
        NOT_OFFERED,
        NO_PASSWORD
    }

    /**
     * Whether a passkey opens an account. It stands for a password and a code, so it is no way around DigiD; staff have a
     * password at every hospital.
     *
     * @param hasPassword whether the account has a password
     * @param staff whether it is an account of the hospital's staff
     */
    public Ruling<Passkey> mayUsePasskey(boolean hasPassword, boolean staff) {
        if (!staff && !withPassword()) {
            return Ruling.refused(Passkey.NOT_OFFERED);
        }
        return hasPassword ? Ruling.allowed(Passkey.CONDITIONS_MET) : Ruling.refused(Passkey.NO_PASSWORD);
    }

    /** Why somebody may or may not make an account with DigiD. */
    public enum Enrolment {
        CONDITIONS_MET,
        NOT_OFFERED,
        TOO_YOUNG,
        BSN_NOT_VERIFIED
    }

    /**
     * Whether a patient whom the hospital knows may make an account with DigiD (F7).
     *
     * @param bsnVerified whether the hospital verified the citizen service number
     */
    public Ruling<Enrolment> mayEnrolWithDigid(BirthDate born, boolean bsnVerified, Instant now) {
        if (!methods.contains(LoginMethod.DIGID) || !digid.selfEnrol()) {
            return Ruling.refused(Enrolment.NOT_OFFERED);
        }
        if (!mayHaveAccount(born, now).isAllowed()) {
            return Ruling.refused(Enrolment.TOO_YOUNG);
        }
        return bsnVerified || !digid.verifiedBsn()
                ? Ruling.allowed(Enrolment.CONDITIONS_MET)
                : Ruling.refused(Enrolment.BSN_NOT_VERIFIED);
    }

    /** Why somebody who has an account may or may not come in with DigiD. */
    public enum Return {
        CONDITIONS_MET,
        NOT_OFFERED,
        NOT_A_PATIENT,
        BSN_NOT_VERIFIED
    }

    /**
     * Whether somebody who has an account comes in with DigiD: what held when it was made has to hold at each login, age
     * aside.
     *
     * @param known whether the hospital has exactly one patient with this citizen service number today
     * @param bsnVerified whether the hospital says of that patient that it verified the number
     */
    public Ruling<Return> mayComeInWithDigid(boolean known, boolean bsnVerified) {
        if (!methods.contains(LoginMethod.DIGID)) {
            return Ruling.refused(Return.NOT_OFFERED);
        }
        if (!known) {
            return Ruling.refused(Return.NOT_A_PATIENT);
        }
        return bsnVerified || !digid.verifiedBsn()
                ? Ruling.allowed(Return.CONDITIONS_MET)
                : Ruling.refused(Return.BSN_NOT_VERIFIED);
    }

    /** Whether somebody may have an account of his or her own. */
    public Ruling<Reason> mayHaveAccount(BirthDate born, Instant now) {
        return born.hasSurelyReached(minimumAge, now)
                ? Ruling.allowed(Reason.OLD_ENOUGH)
                : Ruling.refused(Reason.TOO_YOUNG);
    }
}
