package nl.inzage.auth.token;

import java.security.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.inzage.auth.client.Clients;
import nl.inzage.auth.session.LoggedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Repository;

/** Reads a grant with the newest token of each kind, or the one that was shown instead. */
@Repository
class GrantReader {

    private final JdbcClient database;
    private final Clients clients;
    private final Clock clock;

    GrantReader(JdbcClient database, Clients clients, Clock clock) {
        this.database = database;
        this.clients = clients;
        this.clock = clock;
    }

    Optional<OAuth2Authorization> read(String id, String shownHash, String shownValue) {
        return database.sql("select * from access_grant where id = :id")
                .param("id", id)
                .query((row, number) -> grant(row, shownHash, shownValue))
                .optional();
    }

    private OAuth2Authorization grant(ResultSet row, String shownHash, String shownValue) throws SQLException {
        RegisteredClient client = clients.findById(row.getString("client_id"));
        OAuth2Authorization.Builder grant = OAuth2Authorization.withRegisteredClient(client)
                .id(row.getString("id"))
                .principalName(row.getString("principal_name"))
                .authorizationGrantType(new AuthorizationGrantType(row.getString("grant_type")))
                .authorizedScopes(scopes(row.getString("scopes")));
        if (row.getString("login") != null) {
            grant.attribute(Principal.class.getName(), new LoggedIn(StoredLogin.read(row.getString("login"))));
        }
        if (row.getString("request") != null) {
            grant.attribute(OAuth2AuthorizationRequest.class.getName(), StoredRequest.read(row.getString("request")));
        }
        boolean revoked = row.getTimestamp("revoked_at") != null;
        database.sql(
                        """
                        select distinct on (kind) * from issued_token
                        where grant_id = :id and (kind <> 'state' or spent_at is null and expires_at > :now)
                        order by kind, hash = :shown desc, issued_at desc""")
                .param("id", row.getString("id"))
                .param("shown", shownHash)
                .param("now", Timestamp.from(clock.instant()))
                .query((token, number) -> StoredToken.read(token, shownHash, shownValue))
                .list()
                .forEach(token -> add(grant, token, revoked));
        return grant.build();
    }

    private static void add(OAuth2Authorization.Builder grant, StoredToken token, boolean revoked) {
        switch (token.kind()) {
            case STATE -> grant.attribute(OAuth2ParameterNames.STATE, token.value());
            case CODE ->
                add(
                        grant,
                        new OAuth2AuthorizationCode(token.value(), token.issuedAt(), token.expiresAt()),
                        token,
                        revoked);
            case ACCESS -> add(grant, accessToken(token), token, revoked);
            // A logged-out or revoked grant's id token still names it, so that logging out twice is harmless.
            case ID ->
                add(
                        grant,
                        new OidcIdToken(token.value(), token.issuedAt(), token.expiresAt(), token.claims()),
                        token,
                        false);
            case REFRESH ->
                add(grant, new OAuth2RefreshToken(token.value(), token.issuedAt(), token.expiresAt()), token, revoked);
        }
    }

    private static void add(OAuth2Authorization.Builder grant, OAuth2Token issued, StoredToken token, boolean revoked) {
        Consumer<java.util.Map<String, Object>> metadata = values -> {
            values.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, token.spent() || revoked);
            values.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, token.claims());
        };
        grant.token(issued, metadata);
    }

    private static OAuth2AccessToken accessToken(StoredToken token) {
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                token.value(),
                token.issuedAt(),
                token.expiresAt(),
                scopes(String.valueOf(token.claims().get(OAuth2ParameterNames.SCOPE))));
    }

    private static Set<String> scopes(String text) {
        return Arrays.stream(text.split(" ")).filter(scope -> !scope.isBlank()).collect(Collectors.toSet());
    }
}
