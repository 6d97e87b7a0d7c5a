package nl.inzage.fhir.noninterference;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import nl.inzage.fhir.TestIssuer;

/** The tokens of the principals, made once and good for a long run. */
final class Tokens {

    private static final Duration LIFE = Duration.ofDays(1);
    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";

    private final TestIssuer issuer;
    private final String fhirUrl;
    private final Dossiers dossiers;
    private final Map<String, String> made = new HashMap<>();

    Tokens(TestIssuer issuer, String fhirUrl, Dossiers dossiers) {
        this.issuer = issuer;
        this.fhirUrl = fhirUrl;
        this.dossiers = dossiers;
    }

    /** The token with which a principal asks about a twin; empty for none. */
    String of(Principal principal, Twin twin) {
        Twin whose = principal.isOwn() ? twin : Twin.WITHOUT;
        return made.computeIfAbsent(principal + " " + whose, name -> make(principal, whose));
    }

    private String make(Principal principal, Twin twin) {
        String patient = dossiers.named("twin-@-anna", twin);
        return switch (principal) {
            case OWN -> patient(patient, "openid fhirUser patient/*.rs");
            case OWN_CONDITIONS_ONLY -> patient(patient, "patient/Condition.rs");
            case OWN_LABORATORY_ONLY ->
                patient(patient, "patient/Observation.rs?category=" + CATEGORY + "|laboratory patient/*.r");
            case OWN_FHIR_USER_ONLY -> patient(patient, "openid fhirUser");
            case DELEGATE ->
                issuer.token(claims -> narrow(claims, Instant.now().plus(LIFE))
                        .claim("patient", patient)
                        .claim("fhirUser", "RelatedPerson/" + patient + "-vader")
                        .claim("scope", "openid fhirUser patient/*.rs"));
            case OTHER_PATIENT ->
                patient(dossiers.named("other-carla", Twin.WITHOUT), "openid fhirUser patient/*.rs user/*.rs");
            case WITHOUT_PATIENT ->
                issuer.token(claims -> narrow(claims, Instant.now().plus(LIFE))
                        .claim("fhirUser", dossiers.named("Practitioner/other-gp", Twin.WITHOUT))
                        .claim("scope", "openid fhirUser patient/*.rs"));
            case OWN_EXPIRED ->
                issuer.token(claims -> narrow(claims, Instant.now().minus(LIFE))
                        .claim("patient", patient)
                        .claim("scope", "patient/*.rs"));
            case HOSPITAL_SYSTEM -> issuer.systemToken("linde", "system/*.cruds");
            case NOBODY -> "";
        };
    }

    private String patient(String id, String scope) {
        return issuer.token(claims -> narrow(claims, Instant.now().plus(LIFE))
                .claim("patient", id)
                .claim("fhirUser", "Patient/" + id)
                .claim("scope", scope));
    }

    private JWTClaimsSet.Builder narrow(JWTClaimsSet.Builder claims, Instant expiry) {
        return claims.subject("user")
                .audience(fhirUrl + "/fhir")
                .claim("client_id", "portal")
                .claim("hospital", "linde")
                .expirationTime(Date.from(expiry));
    }
}
