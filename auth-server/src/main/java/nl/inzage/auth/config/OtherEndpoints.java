package nl.inzage.auth.config;

import nl.inzage.auth.smart.Introspection;
import nl.inzage.auth.smart.LogoutEnds;
import nl.inzage.auth.smart.Metadata;
import nl.inzage.auth.smart.StillAllowed;
import nl.inzage.auth.smart.TokenErrors;
import nl.inzage.auth.token.Grants;
import org.springframework.security.config.Customizer;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OidcConfigurer;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Discovery, introspection, revocation and logout. */
@Component
class OtherEndpoints implements Customizer<OAuth2AuthorizationServerConfigurer> {

    private final Metadata metadata = new Metadata();
    private final Grants grants;
    private final StillAllowed allowed;

    OtherEndpoints(Grants grants, StillAllowed allowed) {
        this.grants = grants;
        this.allowed = allowed;
    }

    @Override
    public void customize(OAuth2AuthorizationServerConfigurer server) {
        TokenErrors errors = new TokenErrors();
        server.oidc(this::openId)
                .authorizationServerMetadataEndpoint(discovery ->
                        discovery.authorizationServerMetadataCustomizer(document -> document.claims(metadata)))
                .tokenIntrospectionEndpoint(introspection -> introspection
                        .authenticationProviders(providers -> providers.replaceAll(
                                provider -> provider instanceof OAuth2TokenIntrospectionAuthenticationProvider
                                        ? new Introspection(provider, grants, allowed)
                                        : provider))
                        .errorResponseHandler(errors::onAuthenticationFailure))
                .tokenRevocationEndpoint(
                        revocation -> revocation.errorResponseHandler(errors::onAuthenticationFailure));
    }

    private void openId(OidcConfigurer openId) {
        OidcLogoutAuthenticationSuccessHandler loggedOut = new OidcLogoutAuthenticationSuccessHandler();
        loggedOut.setLogoutHandler(new LogoutEnds(grants));
        openId.providerConfigurationEndpoint(
                        discovery -> discovery.providerConfigurationCustomizer(document -> document.claims(metadata)))
                .logoutEndpoint(logout -> logout.logoutResponseHandler(loggedOut)
                        .errorResponseHandler((request, response, exception) -> response.sendError(400)));
    }
}
