package nl.inzage.auth.config;

import java.util.List;
import nl.inzage.auth.registration.AppPermission;
import nl.inzage.auth.settings.AuthSettings;
import nl.inzage.auth.smart.AuthorizeAnswers;
import nl.inzage.auth.smart.AuthorizeConverter;
import nl.inzage.auth.smart.AuthorizeRules;
import nl.inzage.auth.smart.OnlyPermittedApps;
import nl.inzage.auth.token.Grants;
import nl.inzage.auth.token.RedeemOnce;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationEndpointConfigurer;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code /oauth2/authorize}: what may be asked, what of it is granted, and how the app is answered. */
@Component
class AuthorizeEndpoint implements Customizer<OAuth2AuthorizationEndpointConfigurer> {

    private final RegisteredClientRepository clients;
    private final Grants grants;
    private final TransactionTemplate transaction;
    private final AuthSettings settings;
    private final AppPermission permission;

    AuthorizeEndpoint(
            RegisteredClientRepository clients,
            Grants grants,
            TransactionTemplate transaction,
            AuthSettings settings,
            AppPermission permission) {
        this.clients = clients;
        this.grants = grants;
        this.transaction = transaction;
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
                ? new AuthorizeConverter(clients)
                : converter);
    }

    private AuthenticationProvider ours(AuthenticationProvider library) {
        if (library instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests) {
            requests.setAuthenticationValidator(
                    new AuthorizeRules(settings.narrowDoor()).andThen(new OnlyPermittedApps(permission)));
            // The library asks no consent for openid alone, which tells the app who somebody is.
            requests.setAuthorizationConsentRequired(
                    context -> context.getRegisteredClient().getClientSettings().isRequireAuthorizationConsent());
        }
        return library instanceof OAuth2AuthorizationConsentAuthenticationProvider
                ? new RedeemOnce(library, AuthorizeEndpoint::state, grants, transaction)
                : library;
    }

    private static String state(Authentication consent) {
        return ((OAuth2AuthorizationConsentAuthenticationToken) consent).getState();
    }
}
