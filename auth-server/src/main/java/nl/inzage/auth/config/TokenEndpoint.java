package nl.inzage.auth.config;

import java.util.List;
import nl.inzage.auth.account.AccountLife;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.settings.AuthSettings;
import nl.inzage.auth.smart.BackendServices;
import nl.inzage.auth.smart.NarrowedRefresh;
import nl.inzage.auth.smart.OnlyTheLiving;
import nl.inzage.auth.smart.SmartTokenResponse;
import nl.inzage.auth.smart.TokenErrors;
import nl.inzage.auth.token.Grants;
import nl.inzage.auth.token.RedeemOnce;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2TokenEndpointConfigurer;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AccessTokenResponseAuthenticationSuccessHandler;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2DeviceCodeAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2TokenExchangeAuthenticationConverter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code /oauth2/token}: the three grants that this server knows, each redeemed once. */
@Component
class TokenEndpoint implements Customizer<OAuth2TokenEndpointConfigurer> {

    private final BackendServices backendServices;
    private final Grants grants;
    private final Accounts accounts;
    private final AccountLife life;
    private final OAuth2TokenGenerator<OAuth2Token> tokens;
    private final AuthSettings settings;
    private final TransactionTemplate transaction;

    TokenEndpoint(
            BackendServices backendServices,
            Grants grants,
            Accounts accounts,
            AccountLife life,
            OAuth2TokenGenerator<OAuth2Token> tokens,
            AuthSettings settings,
            TransactionTemplate transaction) {
        this.tokens = tokens;
        this.settings = settings;
        this.accounts = accounts;
        this.life = life;
        this.backendServices = backendServices;
        this.grants = grants;
        this.transaction = transaction;
    }

    @Override
    public void customize(OAuth2TokenEndpointConfigurer endpoint) {
        OAuth2AccessTokenResponseAuthenticationSuccessHandler answer =
                new OAuth2AccessTokenResponseAuthenticationSuccessHandler();
        answer.setAccessTokenResponseCustomizer(
                new SmartTokenResponse(grants, settings.issuer().toString()));
        endpoint.accessTokenRequestConverters(converters ->
                        converters.removeIf(converter -> converter instanceof OAuth2DeviceCodeAuthenticationConverter
                                || converter instanceof OAuth2TokenExchangeAuthenticationConverter))
                .authenticationProviders(this::providers)
                .accessTokenResponseHandler(answer)
                .errorResponseHandler(new TokenErrors()::onAuthenticationFailure);
    }

    private void providers(List<AuthenticationProvider> providers) {
        AuthenticationProvider code = only(providers, OAuth2AuthorizationCodeAuthenticationProvider.class);
        AuthenticationProvider refresh = only(providers, OAuth2RefreshTokenAuthenticationProvider.class);
        providers.clear();
        providers.add(new RedeemOnce(code, TokenEndpoint::code, grants, transaction));
        NarrowedRefresh narrowed = new NarrowedRefresh(refresh, grants, tokens);
        RedeemOnce refreshOnce = new RedeemOnce(narrowed, TokenEndpoint::refreshToken, grants, transaction);
        providers.add(new OnlyTheLiving(refreshOnce, grants, accounts, life));
        providers.add(backendServices);
    }

    private static AuthenticationProvider only(List<AuthenticationProvider> providers, Class<?> type) {
        return providers.stream().filter(type::isInstance).findFirst().orElseThrow();
    }

    private static String code(Authentication request) {
        return ((OAuth2AuthorizationCodeAuthenticationToken) request).getCode();
    }

    private static String refreshToken(Authentication request) {
        return ((OAuth2RefreshTokenAuthenticationToken) request).getRefreshToken();
    }
}
