package nl.inzage.auth.consent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import nl.inzage.auth.session.LoggedIn;
import nl.inzage.auth.settings.AuthSettings;
import nl.inzage.auth.smart.AuthorizeAnswers;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.stereotype.Component;

/** Sends the browser back to the app with the person's answer, as the authorization endpoint itself does. */
@Component
class ConsentAnswers {

    private final AuthorizeAnswers answers;

    ConsentAnswers(AuthSettings settings) {
        this.answers = new AuthorizeAnswers(settings.issuer().toString());
    }

    void yes(HttpServletRequest http, HttpServletResponse response, LoggedIn person, WaitingConsents.Allowed allowed)
            throws IOException {
        OAuth2AuthorizationRequest asked = allowed.waiting().request();
        answers.success(
                http,
                response,
                new OAuth2AuthorizationCodeRequestAuthenticationToken(
                        asked.getAuthorizationUri(),
                        asked.getClientId(),
                        person,
                        allowed.code(),
                        asked.getRedirectUri(),
                        asked.getState(),
                        allowed.scopes().texts()));
    }

    void no(HttpServletRequest http, HttpServletResponse response, LoggedIn person, WaitingConsent waiting)
            throws IOException {
        OAuth2AuthorizationRequest asked = waiting.request();
        answers.failure(
                http,
                response,
                new OAuth2AuthorizationCodeRequestAuthenticationException(
                        new OAuth2Error(OAuth2ErrorCodes.ACCESS_DENIED),
                        new OAuth2AuthorizationCodeRequestAuthenticationToken(
                                asked.getAuthorizationUri(),
                                asked.getClientId(),
                                person,
                                asked.getRedirectUri(),
                                asked.getState(),
                                Set.of(),
                                null)));
    }
}
