package nl.inzage.auth.settings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * All settings of the authorization server, from the environment variables {@code INZAGE_...}; it never prints a
 * secret.
 *
 * @param issuer this server's public base URL, the {@code iss} of its tokens
 * @param fhirUrl the FHIR server's public base URL; its doors are below it
 */
@Validated
@ConfigurationProperties("inzage")
public record AuthSettings(
        @NotNull URI issuer,
        @NotNull URI fhirUrl,
        @NotNull URI portalUrl,
        @NotBlank String dbUrl,
        @Secret String authDbPassword,
        @NotBlank String clientsFile,
        @NotBlank String accountsFile,
        @NotNull URI smsGatewayUrl,
        @Secret String smsGatewayToken) {

    /** The base URL of the door for people and apps: the {@code aud} of their tokens. */
    public String narrowDoor() {
        return fhirUrl + "/fhir";
    }

    /** The base URL of the door for hospital systems: the {@code aud} of their tokens. */
    public String fullDoor() {
        return fhirUrl + "/ehr";
    }

    /** The only audience that a client's assertion may have, SMART Backend Services. */
    public String tokenEndpoint() {
        return issuer + "/oauth2/token";
    }

    @Override
    public String toString() {
        return "AuthSettings[issuer=" + issuer + ", fhirUrl=" + fhirUrl + ", portalUrl=" + portalUrl + "]";
    }
}
