package nl.inzage.auth.token;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization.Token;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.stereotype.Repository;

/** Writes the tokens of a grant by their hash; a refresh token that another replaced is marked as spent. */
@Repository
class TokenWriter {

    private static final Duration TO_CONSENT = Duration.ofMinutes(15);

    private final JdbcClient database;
    private final Clock clock;

    TokenWriter(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Writes them, and says whether the access or refresh token was taken back, which ends the grant. */
    boolean write(OAuth2Authorization grant) {
        writeState(grant);
        write(grant, TokenKind.CODE, grant.getToken(OAuth2AuthorizationCode.class));
        write(grant, TokenKind.ID, grant.getToken(OidcIdToken.class));
        Token<OAuth2AccessToken> access = grant.getAccessToken();
        write(grant, TokenKind.ACCESS, access);
        Token<OAuth2RefreshToken> refresh = grant.getRefreshToken();
        write(grant, TokenKind.REFRESH, refresh);
        if (refresh != null) {
            spendOthers(grant, TokenKind.REFRESH, refresh.getToken().getTokenValue());
        }
        return isTakenBack(access) || isTakenBack(refresh);
    }

    private static boolean isTakenBack(Token<?> token) {
        return token != null && token.isInvalidated();
    }

    private void writeState(OAuth2Authorization grant) {
        String state = grant.getAttribute(OAuth2ParameterNames.STATE);
        if (state == null) {
            spendOthers(grant, TokenKind.STATE, "");
        } else {
            Instant now = clock.instant();
            insert(grant.getId(), TokenKind.STATE, state, now, now.plus(TO_CONSENT), null);
        }
    }

    private void write(OAuth2Authorization grant, TokenKind kind, Token<? extends OAuth2Token> token) {
        if (token == null) {
            return;
        }
        OAuth2Token issued = token.getToken();
        if (!StoredToken.isStandIn(issued.getTokenValue())) {
            insert(
                    grant.getId(),
                    kind,
                    issued.getTokenValue(),
                    issued.getIssuedAt(),
                    issued.getExpiresAt(),
                    Claims.write(token.getClaims()));
        }
        if (token.isInvalidated()) {
            database.sql("update issued_token set spent_at = coalesce(spent_at, :now) where hash = :hash")
                    .param("now", Timestamp.from(clock.instant()))
                    .param("hash", StoredToken.hashOf(issued.getTokenValue()))
                    .update();
        }
    }

    private void insert(String grant, TokenKind kind, String value, Instant issued, Instant expires, String claims) {
        database.sql(
                        """
                        insert into issued_token (hash, grant_id, kind, issued_at, expires_at, claims)
                        values (:hash, :grant, :kind, :issued, :expires, :claims) on conflict (hash) do nothing""")
                .param("hash", StoredToken.hashOf(value))
                .param("grant", grant)
                .param("kind", kind.column())
                .param("issued", Timestamp.from(issued))
                .param("expires", Timestamp.from(expires))
                .param("claims", claims)
                .update();
    }

    private void spendOthers(OAuth2Authorization grant, TokenKind kind, String current) {
        database.sql(
                        """
                        update issued_token set spent_at = :now
                        where grant_id = :grant and kind = :kind and hash <> :current and spent_at is null""")
                .param("now", Timestamp.from(clock.instant()))
                .param("grant", grant.getId())
                .param("kind", kind.column())
                .param("current", StoredToken.hashOf(current))
                .update();
    }
}
