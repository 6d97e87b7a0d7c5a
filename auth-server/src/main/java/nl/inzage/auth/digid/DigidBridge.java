package nl.inzage.auth.digid;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.inzage.auth.settings.AuthSettings;
import nl.inzage.policy.identity.Bsn;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.login.DigidLevel;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/** Speaks OpenID Connect with the bridge of a hospital: code flow with state, nonce and PKCE. */
@Component
class DigidBridge {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** The sector code with which DigiD marks a citizen service number. */
    private static final String BSN_SECTOR = "(?i)s00000000:";

    private final Map<HospitalId, NimbusJwtDecoder> decoders = new ConcurrentHashMap<>();
    private final RestClientAuthorizationCodeTokenResponseClient tokens =
            new RestClientAuthorizationCodeTokenResponseClient();
    private final JdkClientHttpRequestFactory http = new JdkClientHttpRequestFactory(
            HttpClient.newBuilder().connectTimeout(PATIENCE).build());
    private final String redirectUri;

    DigidBridge(AuthSettings settings) {
        this.redirectUri = settings.issuer() + "/inloggen/digid/terug";
        http.setReadTimeout(PATIENCE);
        tokens.setRestClient(RestClient.builder()
                .requestFactory(http)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
    }

    /** Where the browser goes: to the bridge, asking for a level and for a login of this moment. */
    URI address(DigidConnection connection, DigidRequests.Begun begun, DigidLevel least) {
        return URI.create(
                request(connection, begun.state(), begun.request(), least).getAuthorizationRequestUri());
    }

    /**
     * Redeems a code and reads who it is about.
     *
     * @throws DigidFailed when the bridge does not answer, or its token is not good
     */
    DigidIdentity redeem(DigidConnection connection, DigidRequest request, String code) throws DigidFailed {
        Jwt token = idToken(connection, request, code);
        if (!request.nonce().equals(token.getClaimAsString("nonce"))) {
            throw new DigidFailed("the id token has another nonce");
        }
        String acr = String.valueOf(token.getClaimAsString("acr"));
        return new DigidIdentity(bsn(connection, token), connection.level(acr));
    }

    private Jwt idToken(DigidConnection connection, DigidRequest request, String code) throws DigidFailed {
        OAuth2AuthorizationExchange exchange = new OAuth2AuthorizationExchange(
                request(connection, "-", request, DigidLevel.BASIS),
                OAuth2AuthorizationResponse.success(code)
                        .redirectUri(redirectUri)
                        .state("-")
                        .build());
        try {
            Object token = tokens.getTokenResponse(
                            new OAuth2AuthorizationCodeGrantRequest(registration(connection), exchange))
                    .getAdditionalParameters()
                    .get(OidcParameterNames.ID_TOKEN);
            return decoders.computeIfAbsent(connection.hospital(), hospital -> decoder(connection))
                    .decode(String.valueOf(token));
        } catch (OAuth2AuthorizationException e) {
            throw new DigidFailed("the token endpoint refused or did not answer");
        } catch (JwtException e) {
            // Its message repeats claims.
            throw new DigidFailed("the id token is not good: " + e.getClass().getSimpleName());
        } catch (RestClientException e) {
            throw new DigidFailed("the bridge does not answer");
        }
    }

    private static Bsn bsn(DigidConnection connection, Jwt token) throws DigidFailed {
        try {
            String value = String.valueOf(token.getClaimAsString(connection.bsnClaim()));
            return new Bsn(value.replaceFirst(BSN_SECTOR, ""));
        } catch (IllegalArgumentException e) {
            throw new DigidFailed("the id token has no citizen service number");
        }
    }

    private NimbusJwtDecoder decoder(DigidConnection connection) {
        RestTemplate rest = new RestTemplate(http);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        connection.jwksUri().toString())
                .jwsAlgorithms(accepted -> {
                    accepted.add(SignatureAlgorithm.RS256);
                    accepted.add(SignatureAlgorithm.PS256);
                    accepted.add(SignatureAlgorithm.ES256);
                })
                .restOperations(rest)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration(connection))));
        return decoder;
    }

    private OAuth2AuthorizationRequest request(
            DigidConnection connection, String state, DigidRequest request, DigidLevel least) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(connection.authorizeUri().toString())
                .clientId(connection.clientId())
                .redirectUri(redirectUri)
                .scopes(new java.util.LinkedHashSet<>(connection.scopes()))
                .state(state)
                .attributes(attributes -> attributes.put(PkceParameterNames.CODE_VERIFIER, request.verifier()))
                .additionalParameters(parameters -> {
                    parameters.put("nonce", request.nonce());
                    parameters.put("prompt", "login");
                    parameters.put("acr_values", connection.acrValues(least));
                    parameters.put(PkceParameterNames.CODE_CHALLENGE, challenge(request.verifier()));
                    parameters.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
                })
                .build();
    }

    private ClientRegistration registration(DigidConnection connection) {
        return ClientRegistration.withRegistrationId(connection.hospital().value())
                .clientId(connection.clientId())
                .clientSecret(connection.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(redirectUri)
                .scope(connection.scopes())
                .issuerUri(connection.issuer())
                .authorizationUri(connection.authorizeUri().toString())
                .tokenUri(connection.tokenUri().toString())
                .jwkSetUri(connection.jwksUri().toString())
                .build();
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
