package nl.inzage.auth.session;

import java.util.List;

/**
 * With what somebody logged in; {@code amr} and {@code acr} of id tokens follow from it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8176">RFC 8176 for the values of amr</a>
 * @see <a href="https://refeds.org/profile/mfa">REFEDS for the acr of two factors</a>
 */
public enum LoginMeans {
    PASSWORD_AND_SMS(LoginMeans.TWO_FACTORS, "pwd sms mfa"),
    PASSWORD_AND_APP(LoginMeans.TWO_FACTORS, "pwd otp mfa"),
    PASSWORD_AND_RECOVERY_CODE(LoginMeans.TWO_FACTORS, "pwd mfa"),
    /** A key that the device gives out after a PIN or a fingerprint. */
    PASSKEY(LoginMeans.TWO_FACTORS, "pop user mfa"),
    /** The levels of DigiD, by the names that Logius gives them; there is no amr for another's login. */
    DIGID_BASIS("urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport", ""),
    DIGID_MIDDEN("urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract", ""),
    DIGID_SUBSTANTIEEL("urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard", ""),
    DIGID_HOOG("urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI", "");

    private static final String TWO_FACTORS = "https://refeds.org/profile/mfa";

    private final String acr;
    /** The values with spaces between: an enum holds nothing that can change. */
    private final String amr;

    LoginMeans(String acr, String amr) {
        this.acr = acr;
        this.amr = amr;
    }

    /** Whether DigiD vouched for the person, and no password or key of this server did. */
    public boolean isDigid() {
        return this == DIGID_BASIS || this == DIGID_MIDDEN || this == DIGID_SUBSTANTIEEL || this == DIGID_HOOG;
    }

    /** The class of the authentication, a URI. */
    public String acr() {
        return acr;
    }

    /** The methods of the authentication; empty when another party has them. */
    public List<String> amr() {
        return amr.isEmpty() ? List.of() : List.of(amr.split(" ", -1));
    }
}
