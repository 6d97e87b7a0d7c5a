package nl.inzage.portal.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Everything an installation decides about the portal; each component is the environment variable of the same name
 * ({@code fhirUrl} is INZAGE_FHIR_URL).
 *
 * @param portalUrl where the browser finds this portal
 * @param fhirUrl base of the FHIR server; patients use its door {@code /fhir}
 * @param issuer the authorization server, as its tokens name it
 * @param portalClientSecret what this client authenticates with
 * @param dbUrl JDBC URL without user and password
 * @param portalDbPassword password of the role inzage_portal
 * @param outboxToken what the demo outbox accepts messages with; only used in profile demo
 * @param answerWithin how long a page waits for the FHIR server; not an environment variable
 */
@Validated
@ConfigurationProperties("inzage")
public record PortalSettings(
        @WebAddress String portalUrl,
        @WebAddress String fhirUrl,
        @WebAddress String issuer,
        @Secret String portalClientSecret,
        @JdbcAddress String dbUrl,
        @Secret String portalDbPassword,
        @Secret(optional = true) String outboxToken,
        @DefaultValue("8s") Duration answerWithin) {

    /** The door for people and apps, which is also the {@code aud} of every token the portal asks for. */
    public String narrowDoor() {
        return fhirUrl + "/fhir";
    }

    public boolean secure() {
        return portalUrl.startsWith("https://");
    }

    /** A secret that is printed is no secret. */
    @Override
    public String toString() {
        return "PortalSettings[portalUrl=" + portalUrl + ", fhirUrl=" + fhirUrl + ", issuer=" + issuer + "]";
    }
}
