package nl.inzage.auth.smart;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import nl.inzage.auth.token.Grants;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;

/**
 * Adds the launch context to a token response, at refresh as well: {@code patient} as in the token, the banner, and, for an
 * app that was opened from here, the looks of this server (SMART 2.2, styling).
 */
public final class SmartTokenResponse implements Consumer<OAuth2AccessTokenAuthenticationContext> {

    /** Where the looks are told; another one when they change. */
    public static final String STYLE = "/smart-style-1.json";

    private final Grants grants;
    private final String issuer;

    public SmartTokenResponse(Grants grants, String issuer) {
        this.grants = grants;
        this.issuer = issuer;
    }

    @Override
    public void accept(OAuth2AccessTokenAuthenticationContext context) {
        OAuth2AccessTokenAuthenticationToken answer = context.getAuthentication();
        // The response's builder replaces what was there, so the id token has to be put back.
        Map<String, Object> parameters = new HashMap<>(answer.getAdditionalParameters());
        JWTClaimsSet claims = claims(answer.getAccessToken().getTokenValue());
        Object patient = claims.getClaim("patient");
        if (patient != null) {
            parameters.put("patient", patient);
            parameters.put("need_patient_banner", true);
        }
        if (grants.isLaunched(String.valueOf(claims.getClaim("grant")))) {
            parameters.put("smart_style_url", issuer + STYLE);
        }
        context.getAccessTokenResponse().additionalParameters(parameters);
    }

    private static JWTClaimsSet claims(String accessToken) {
        try {
            return JWTParser.parse(accessToken).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalStateException("This server signed the token a moment ago", e);
        }
    }
}
