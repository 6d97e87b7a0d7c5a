package nl.inzage.auth.client;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Reads a registration as the library knows it. PKCE and rotation hold for every client. */
final class ClientRow implements RowMapper<RegisteredClient> {

    private static final TokenSettings TOKENS = TokenSettings.builder()
            .authorizationCodeTimeToLive(Duration.ofSeconds(60))
            .accessTokenTimeToLive(Duration.ofMinutes(5))
            .reuseRefreshTokens(false)
            .idTokenSignatureAlgorithm(SignatureAlgorithm.RS256)
            .build();

    /** The library wants one; there is none by this name, so that no token can be had. */
    private static final AuthorizationGrantType NONE = new AuthorizationGrantType("none");

    @Override
    public RegisteredClient mapRow(ResultSet row, int number) throws SQLException {
        String id = row.getString("client_id");
        List<String> redirectUris = texts(row, "redirect_uris");
        List<String> postLogoutUris = texts(row, "post_logout_redirect_uris");
        List<String> scopes = texts(row, "scopes");
        RegisteredClient.Builder client = RegisteredClient.withId(id)
                .clientId(id)
                .clientName(row.getString("name"))
                .clientSecret(row.getString("secret_hash"))
                .clientAuthenticationMethod(new ClientAuthenticationMethod(row.getString("authentication")))
                .redirectUris(uris -> uris.addAll(redirectUris))
                .postLogoutRedirectUris(uris -> uris.addAll(postLogoutUris))
                .scopes(own -> own.addAll(scopes))
                .clientSettings(settings(row))
                .tokenSettings(TOKENS);
        switch (row.getString("kind")) {
            case "system" -> client.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
            case "app" ->
                client.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN);
            default -> client.authorizationGrantType(NONE);
        }
        return client.build();
    }

    private static ClientSettings settings(ResultSet row) throws SQLException {
        ClientSettings.Builder settings = ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(row.getBoolean("consent"))
                .setting(ClientSetting.INTROSPECTION.key(), String.valueOf(row.getBoolean("introspection")));
        if (row.getString("authentication").equals("private_key_jwt")) {
            // Only says "asymmetric" to the library; ClientAssertions decides which algorithms.
            settings.tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.ES384);
        }
        if (row.getString("jwks_uri") != null) {
            settings.jwkSetUrl(row.getString("jwks_uri"));
        }
        if (row.getString("jwks") != null) {
            settings.setting(ClientSetting.JWKS.key(), row.getString("jwks"));
        }
        if (row.getString("hospital") != null) {
            settings.setting(ClientSetting.HOSPITAL.key(), row.getString("hospital"));
        }
        return settings.build();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
