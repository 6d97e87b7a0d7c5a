package nl.inzage.portal.smart;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * The tokens of one login as the session keeps them: without the client's secret, which is not the session's.
 *
 * @param loggedIn when the person showed who he is
 * @param given when the access token was given
 * @param ends when the access token ends
 * @param refresh null when the authorization server gave none
 * @param newerIdToken the id token that came with a refresh, null before the first
 */
record SmartTokens(
        Instant loggedIn,
        String access,
        Instant given,
        Instant ends,
        String refresh,
        String newerIdToken,
        Set<String> scopes)
        implements Serializable {

    /** A token that ends while the request is under way is of no use. */
    private static final Duration MARGIN = Duration.ofSeconds(20);

    /** However busy the session is, once a working day the person shows who he is (ASVS 7.3.2). */
    private static final Duration LONGEST_LOGIN = Duration.ofHours(8);

    static SmartTokens of(OAuth2AuthorizedClient client, Instant loggedIn, Instant now) {
        return of(loggedIn, client.getAccessToken(), client.getRefreshToken(), null, now);
    }

    /** The answer to a refresh may leave the refresh token out: then the old one stays good. */
    SmartTokens refreshedBy(OAuth2AccessTokenResponse answer, Instant now) {
        OAuth2RefreshToken next = answer.getRefreshToken() == null ? refreshToken() : answer.getRefreshToken();
        Object idToken = answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
        return of(loggedIn, answer.getAccessToken(), next, idToken instanceof String newer ? newer : newerIdToken, now);
    }

    boolean usableAt(Instant now) {
        return now.isBefore(ends.minus(MARGIN));
    }

    boolean tooOldAt(Instant now) {
        return loggedIn.plus(LONGEST_LOGIN).isBefore(now);
    }

    OAuth2AccessToken accessToken() {
        return new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, access, given, ends, scopes);
    }

    OAuth2RefreshToken refreshToken() {
        return refresh == null ? null : new OAuth2RefreshToken(refresh, given);
    }

    OAuth2AuthorizedClient client(ClientRegistration registration, String principal) {
        return new OAuth2AuthorizedClient(registration, principal, accessToken(), refreshToken());
    }

    /** The server says how long a token lives; from when on is for our own clock. */
    private static SmartTokens of(
            Instant loggedIn, OAuth2AccessToken access, OAuth2RefreshToken refresh, String idToken, Instant now) {
        return new SmartTokens(
                loggedIn,
                access.getTokenValue(),
                now,
                now.plus(Duration.between(access.getIssuedAt(), access.getExpiresAt())),
                refresh == null ? null : refresh.getTokenValue(),
                idToken,
                Set.copyOf(access.getScopes()));
    }

    @Override
    public String toString() {
        return "SmartTokens[hidden]";
    }
}
