package nl.inzage.auth.config;

import java.util.List;
import nl.inzage.auth.registration.AppPermission;
import nl.inzage.auth.settings.AuthSettings;
import nl.inzage.auth.smart.AuthorizeAnswers;
import nl.inzage.auth.smart.AuthorizeConverter;
import nl.inzage.auth.smart.AuthorizeRules;
import nl.inzage.auth.smart.ConsentElsewhere;
import nl.inzage.auth.smart.LaunchContexts;
import nl.inzage.auth.smart.OnlyPermittedApps;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationEndpointConfigurer;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;

/** {@code /oauth2/authorize}: what may be asked, what of it is granted, and how the app is answered. */
@Component
class AuthorizeEndpoint implements Customizer<OAuth2AuthorizationEndpointConfigurer> {

    private final RegisteredClientRepository clients;
    private final LaunchContexts contexts;
    private final AuthSettings settings;
    private final AppPermission permission;

    AuthorizeEndpoint(
            RegisteredClientRepository clients,
            LaunchContexts contexts,
            AuthSettings settings,
            AppPermission permission) {
        this.clients = clients;
        this.contexts = contexts;
        this.settings = settings;
        this.permission = permission;
    }

    @Override
    public void customize(OAuth2AuthorizationEndpointConfigurer endpoint) {
        AuthorizeAnswers answers = new AuthorizeAnswers(settings.issuer().toString());
        endpoint.authorizationRequestConverters(this::converters)
                .authenticationProviders(providers -> providers.replaceAll(this::ours))
                .authorizationResponseHandler(answers::success)
                .errorResponseHandler(answers::failure)
                .consentPage(settings.issuer() + "/toestemming");
    }

    private void converters(List<AuthenticationConverter> converters) {
        converters.replaceAll(converter -> converter instanceof OAuth2AuthorizationCodeRequestAuthenticationConverter
                ? new AuthorizeConverter(clients, permission)
                : converter);
    }

    private AuthenticationProvider ours(AuthenticationProvider library) {
        if (!(library instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests)) {
            return library instanceof OAuth2AuthorizationConsentAuthenticationProvider
                    ? new ConsentElsewhere()
                    : library;
        }
        requests.setAuthenticationValidator(
                new AuthorizeRules(settings.narrowDoor(), new OnlyPermittedApps(permission)));
        requests.setAuthorizationConsentRequired(AuthorizeEndpoint::asksThePerson);
        return contexts.before(requests);
    }

    /** The library asks no consent for openid alone, which tells the app who somebody is. */
    private static boolean asksThePerson(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        return context.getRegisteredClient().getClientSettings().isRequireAuthorizationConsent()
                || LaunchContexts.leavesAChoice(context.getAuthentication());
    }
}
