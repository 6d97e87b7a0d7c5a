package nl.inzage.auth.token;

import java.security.Principal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
        // Row by row: a query inside another one's mapping would hold two connections and could starve the pool.
        return database.sql("select * from access_grant where id = :id")
                .param("id", id)
                .query(StoredGrant::read)
                .optional()
                .map(stored -> grant(stored, tokens(id, shownHash, shownValue)));
    }

    private OAuth2Authorization grant(StoredGrant stored, List<StoredToken> tokens) {
        OAuth2Authorization.Builder grant = OAuth2Authorization.withRegisteredClient(
                        clients.findById(stored.clientId()))
                .id(stored.id())
                .principalName(stored.principalName())
                .authorizationGrantType(new AuthorizationGrantType(stored.grantType()))
                .authorizedScopes(StoredGrant.scopes(stored.scopes()));
        stored.login().ifPresent(login -> grant.attribute(Principal.class.getName(), new LoggedIn(login)));
        stored.request().ifPresent(request -> grant.attribute(OAuth2AuthorizationRequest.class.getName(), request));
        stored.context().ifPresent(context -> grant.attribute(LaunchContext.NAME, context));
        stored.end().ifPresent(end -> grant.attribute(GrantEnd.NAME, end));
        tokens.forEach(token -> add(grant, token, stored.revoked()));
        return grant.build();
    }

    private List<StoredToken> tokens(String grant, String shownHash, String shownValue) {
        return database.sql(
                        """
                        select distinct on (kind) * from issued_token
                        where grant_id = :id and (kind <> 'state' or spent_at is null and expires_at > :now)
                        order by kind, hash = :shown desc, issued_at desc""")
                .param("id", grant)
                .param("shown", shownHash)
                .param("now", Timestamp.from(clock.instant()))
                .query((token, number) -> StoredToken.read(token, shownHash, shownValue))
                .list();
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
        Consumer<Map<String, Object>> metadata = values -> {
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
                StoredGrant.scopes(String.valueOf(token.claims().get(OAuth2ParameterNames.SCOPE))));
    }
}
