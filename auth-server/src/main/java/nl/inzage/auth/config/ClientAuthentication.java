package nl.inzage.auth.config;

import java.util.List;
import nl.inzage.auth.client.AssertionConverter;
import nl.inzage.auth.client.ClientAssertions;
import nl.inzage.auth.client.PublicClientConverter;
import nl.inzage.auth.client.PublicClientProvider;
import nl.inzage.auth.client.SecretHash;
import nl.inzage.auth.smart.TokenErrors;
import nl.inzage.auth.token.Grants;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.X509ClientCertificateAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.PublicClientAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;

/** How clients prove who they are: a secret by Basic, a signed assertion, or, public ones, what they were given. */
@Component
class ClientAuthentication implements Customizer<OAuth2ClientAuthenticationConfigurer> {

    private final RegisteredClientRepository clients;
    private final ClientAssertions assertions;
    private final Grants grants;

    ClientAuthentication(RegisteredClientRepository clients, ClientAssertions assertions, Grants grants) {
        this.clients = clients;
        this.assertions = assertions;
        this.grants = grants;
    }

    @Override
    public void customize(OAuth2ClientAuthenticationConfigurer authentication) {
        authentication
                .authenticationConverters(this::converters)
                .authenticationProviders(this::providers)
                .errorResponseHandler(new TokenErrors()::onAuthenticationFailure);
    }

    private void converters(List<AuthenticationConverter> converters) {
        converters.clear();
        converters.add(new AssertionConverter());
        converters.add(new ClientSecretBasicAuthenticationConverter());
        converters.add(new PublicClientAuthenticationConverter());
        converters.add(new PublicClientConverter(grants::clientOf));
    }

    private void providers(List<AuthenticationProvider> providers) {
        providers.removeIf(provider -> provider instanceof X509ClientCertificateAuthenticationProvider);
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof JwtClientAssertionAuthenticationProvider asymmetric) {
                asymmetric.setJwtDecoderFactory(assertions);
            } else if (provider instanceof ClientSecretAuthenticationProvider symmetric) {
                symmetric.setPasswordEncoder(new SecretHash());
            }
        }
        providers.add(0, new PublicClientProvider(clients));
    }
}
