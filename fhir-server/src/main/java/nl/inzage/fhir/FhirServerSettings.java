package nl.inzage.fhir;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What the environment tells this server; each setting is the variable INZAGE_ plus its name, see application.yml.
 *
 * @param fhirUrl the public address without door, as browsers and systems write it
 * @param issuer the authorization server, exactly as in the tokens' {@code iss}
 * @param introspectionSecret what this server authenticates with when it asks there whether a grant still stands
 */
@Validated
@ConfigurationProperties("inzage")
public record FhirServerSettings(
        @NotNull @Pattern(regexp = "jdbc:postgresql:.+") String dbUrl,
        @Secret String fhirDbPassword,
        @Secret String readerDbPassword,
        @NotNull URI fhirUrl,
        @NotNull URI issuer,
        @Secret String introspectionSecret) {

    @Override
    public String toString() {
        return "FhirServerSettings[fhirUrl=" + fhirUrl + ", issuer=" + issuer + "]";
    }
}
