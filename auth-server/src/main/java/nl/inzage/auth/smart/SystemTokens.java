package nl.inzage.auth.smart;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.inzage.auth.settings.AuthSettings;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Signs tokens for the full door: for a hospital's system, and for this server's own question who somebody is. */
@Component
public class SystemTokens {

    private static final String OWN_CLIENT_ID = "inzage-auth-server";
    private static final Duration OWN_LIFE = Duration.ofMinutes(1);

    private final JwtEncoder encoder;
    private final AuthSettings settings;
    private final Clock clock;

    SystemTokens(JwtEncoder encoder, AuthSettings settings, Clock clock) {
        this.encoder = encoder;
        this.settings = settings;
        this.clock = clock;
    }

    /** A token with which this server looks up people of one hospital; it lives a minute. */
    public String forLookup(String hospital) {
        return sign(
                        OWN_CLIENT_ID,
                        hospital,
                        "system/Patient.rs system/Practitioner.rs",
                        UUID.randomUUID().toString(),
                        OWN_LIFE)
                .getTokenValue();
    }

    Jwt sign(String clientId, String hospital, String scope, String grant, Duration life) {
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(settings.issuer().toString())
                .subject(clientId)
                .audience(List.of(settings.fullDoor()))
                .issuedAt(now)
                .expiresAt(now.plus(life))
                .id(UUID.randomUUID().toString())
                .claim("client_id", clientId)
                .claim("scope", scope)
                .claim("grant", grant)
                .claim("hospital", hospital)
                .build();
        return encoder.encode(JwtEncoderParameters.from(
                JwsHeader.with(SignatureAlgorithm.RS256).build(), claims));
    }
}
