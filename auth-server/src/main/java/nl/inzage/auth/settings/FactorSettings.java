package nl.inzage.auth.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the ways to log in beside password and SMS; it never prints a secret.
 *
 * @param authEncryptionKey what secrets of people are encrypted with before they are stored
 * @param digidFile the connections with DigiD; empty when there are none
 */
@Validated
@ConfigurationProperties("inzage")
public record FactorSettings(@Secret String authEncryptionKey, String digidFile) {

    @Override
    public String toString() {
        return "FactorSettings[digidFile=" + digidFile + "]";
    }
}
