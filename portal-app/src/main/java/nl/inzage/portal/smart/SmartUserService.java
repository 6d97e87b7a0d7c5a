package nl.inzage.portal.smart;

import java.util.regex.Pattern;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Takes the patient from the token response: only the authorization server decides whose dossier is open. */
@Component
class SmartUserService implements OAuth2UserService<OidcUserRequest, OidcUser> {

    /** https://hl7.org/fhir/R4/datatypes.html#id */
    private static final Pattern FHIR_ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    @Override
    public OidcUser loadUser(OidcUserRequest login) throws OAuth2AuthenticationException {
        Object patient = login.getAdditionalParameters().get("patient");
        if (patient == null) {
            return new SmartUser(login.getIdToken(), null);
        }
        if (patient instanceof String id && FHIR_ID.matcher(id).matches()) {
            return new SmartUser(login.getIdToken(), id);
        }
        throw new OAuth2AuthenticationException("invalid_token_response");
    }
}
