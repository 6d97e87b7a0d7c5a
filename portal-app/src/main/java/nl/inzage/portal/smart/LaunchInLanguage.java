package nl.inzage.portal.smart;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Tells the authorization server which language the visitor chose here. The security filters run before Spring MVC sets
 * the language of a request, so the choice is read from the request itself.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest">ui_locales</a>
 */
record LaunchInLanguage(OAuth2AuthorizationRequestResolver launch, LocaleResolver languages)
        implements OAuth2AuthorizationRequestResolver {

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return inLanguage(launch.resolve(request), request);
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
        return inLanguage(launch.resolve(request, registrationId), request);
    }

    /** Null stays null: that is how a resolver says that nobody asked for a login. */
    private OAuth2AuthorizationRequest inLanguage(OAuth2AuthorizationRequest login, HttpServletRequest request) {
        if (login == null) {
            return null;
        }
        String language = languages.resolveLocale(request).getLanguage();
        return OAuth2AuthorizationRequest.from(login)
                .additionalParameters(more -> more.put("ui_locales", language))
                .build();
    }
}
