package nl.inzage.auth.smart;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;

/** Adds the launch context to a token response, at refresh as well: {@code patient} as in the token, and the banner. */
public final class SmartTokenResponse implements Consumer<OAuth2AccessTokenAuthenticationContext> {

    @Override
    public void accept(OAuth2AccessTokenAuthenticationContext context) {
        OAuth2AccessTokenAuthenticationToken answer = context.getAuthentication();
        // The response's builder replaces what was there, so the id token has to be put back.
        Map<String, Object> parameters = new HashMap<>(answer.getAdditionalParameters());
        Object patient = patient(answer.getAccessToken().getTokenValue());
        if (patient != null) {
            parameters.put("patient", patient);
            parameters.put("need_patient_banner", true);
        }
        context.getAccessTokenResponse().additionalParameters(parameters);
    }

    private static Object patient(String accessToken) {
        try {
            return JWTParser.parse(accessToken).getJWTClaimsSet().getClaim("patient");
        } catch (ParseException e) {
            throw new IllegalStateException("This server signed the token a moment ago", e);
        }
    }
}
