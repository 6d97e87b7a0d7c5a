package nl.inzage.auth.settings;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the ways to log in beside password and SMS; it never prints a secret.
 *
 * @param authEncryptionKey what secrets of people are encrypted with before they are stored
 * @param digidFile the connections with DigiD; empty when there are none
 * @param passkeyRpId the domain that passkeys belong to; empty for the host of this server
 * @param passkeyOrigins the origins that they are used at; empty for this server's own
 */
@Validated
@ConfigurationProperties("inzage")
public record FactorSettings(
        @Secret String authEncryptionKey, String digidFile, String passkeyRpId, List<String> passkeyOrigins) {

    /** The domain that passkeys belong to (WebAuthn's RP ID). */
    public String passkeyDomain(URI issuer) {
        return passkeyRpId == null || passkeyRpId.isBlank() ? issuer.getHost() : passkeyRpId;
    }

    /** The origins that passkeys are used at. */
    public List<String> passkeyOrigins(URI issuer) {
        return passkeyOrigins == null || passkeyOrigins.isEmpty()
                ? List.of(issuer.getScheme() + "://" + issuer.getRawAuthority())
                : passkeyOrigins;
    }

    @Override
    public String toString() {
        return "FactorSettings[digidFile=" + digidFile + ", passkeyRpId=" + passkeyRpId + "]";
    }
}
