package nl.inzage.auth.token;

import java.security.Principal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.session.LoggedIn;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Grants and the tokens issued under them. Not the library's own store: that one overwrites a refresh token at rotation
 * (so that a replay cannot be told from nonsense), keeps tokens in the clear, and joins scopes with commas.
 */
@Repository
public class Grants implements OAuth2AuthorizationService {

    private final JdbcClient database;
    private final GrantReader reader;
    private final TokenWriter tokens;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Grants(JdbcClient database, GrantReader reader, TokenWriter tokens, TransactionTemplate transaction, Clock clock) {
        this.database = database;
        this.reader = reader;
        this.tokens = tokens;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization grant) {
        transaction.executeWithoutResult(status -> {
            writeGrant(grant);
            if (tokens.write(grant)) {
                revoke(grant.getId());
            }
        });
    }

    private void writeGrant(OAuth2Authorization grant) {
        LoggedIn person = grant.getAttribute(Principal.class.getName());
        OAuth2AuthorizationRequest request = grant.getAttribute(OAuth2AuthorizationRequest.class.getName());
        Optional<LaunchContext> context = context(grant, request);
        database.sql(
                        """
                        insert into access_grant (id, client_id, principal_name, grant_type, scopes, request, login,
                          login_id, created_at, patient, launched, ends_at)
                        values (:id, :client, :principal, :type, :scopes, :request, :login, :loginId, :now,
                          :patient, :launched, :end)
                        on conflict (id) do update set scopes = excluded.scopes, patient = excluded.patient,
                          launched = excluded.launched, ends_at = excluded.ends_at""")
                .param("id", grant.getId())
                .param("client", grant.getRegisteredClientId())
                .param("principal", grant.getPrincipalName())
                .param("type", grant.getAuthorizationGrantType().getValue())
                .param("scopes", String.join(" ", grant.getAuthorizedScopes()))
                .param("request", StoredRequest.write(request))
                .param("login", person == null ? null : StoredLogin.write(person.getPrincipal()))
                .param("loginId", person == null ? null : person.getPrincipal().loginId())
                .param("now", Timestamp.from(clock.instant()))
                .param("patient", context.map(LaunchContext::patient).orElse(null))
                .param("launched", context.map(LaunchContext::launched).orElse(false))
                .param(
                        "end",
                        GrantEnd.of(grant).map(end -> Timestamp.from(end.at())).orElse(null))
                .update();
    }

    /** A new grant has it in its request, where it was found out. */
    private static Optional<LaunchContext> context(OAuth2Authorization grant, OAuth2AuthorizationRequest request) {
        Optional<LaunchContext> found = Optional.ofNullable(request)
                .map(asked -> asked.getAdditionalParameters().get(LaunchContext.NAME))
                .filter(LaunchContext.class::isInstance)
                .map(LaunchContext.class::cast);
        return LaunchContext.of(grant).or(() -> found);
    }

    @Override
    public void remove(OAuth2Authorization grant) {
        database.sql("delete from access_grant where id = :id")
                .param("id", grant.getId())
                .update();
    }

    @Override
    public OAuth2Authorization findById(String id) {
        return reader.read(id, "", "").orElse(null);
    }

    @Override
    public OAuth2Authorization findByToken(String value, OAuth2TokenType type) {
        String hash = StoredToken.hashOf(StoredToken.isStandIn(value) ? "" : value);
        return database.sql(
                        """
                        select kind, grant_id from issued_token
                        where hash = :hash and (kind <> 'state' or spent_at is null and expires_at > :now
                          and exists (select from access_grant g where g.id = grant_id and g.revoked_at is null))""")
                .param("hash", hash)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) ->
                        TokenKind.ofColumn(row.getString("kind")).isWanted(type) ? row.getString("grant_id") : "")
                .optional()
                .filter(id -> !id.isEmpty())
                .flatMap(id -> reader.read(id, hash, value))
                .orElse(null);
    }

    /** Whether a grant began with an app that the person opened from here. */
    public boolean isLaunched(String id) {
        return database.sql("select exists (select from access_grant where id = :id and launched)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** The client to which a token was issued. */
    public Optional<String> clientOf(String token) {
        return Optional.ofNullable(findByToken(token, null)).map(OAuth2Authorization::getRegisteredClientId);
    }

    /**
     * Locks the grant of a one-time value (code, consent state or refresh token) for this transaction and says whether
     * it is a code or refresh token that was redeemed before, in which case the grant has ended now.
     */
    boolean lockAndSeeIfSpent(String value) {
        String hash = StoredToken.hashOf(value);
        List<String> grant = lock(hash);
        if (grant.isEmpty()) {
            return false;
        }
        boolean spent = database.sql(
                        "select spent_at is not null and kind <> 'state' from issued_token where hash = :hash")
                .param("hash", hash)
                .query(Boolean.class)
                .single();
        if (spent) {
            revoke(grant.get(0));
        }
        return spent;
    }

    /** The grant that waits for the person's answer under this state, locked for this transaction; nothing once it was given. */
    public Optional<OAuth2Authorization> lockWaiting(String state) {
        lock(StoredToken.hashOf(state));
        return Optional.ofNullable(findByToken(state, new OAuth2TokenType(OAuth2ParameterNames.STATE)));
    }

    private List<String> lock(String hash) {
        return database.sql(
                        """
                        select id from access_grant
                        where id = (select grant_id from issued_token where hash = :hash) for update""")
                .param("hash", hash)
                .query(String.class)
                .list();
    }

    /** Ends a grant: none of its tokens is good any more. */
    private void revoke(String id) {
        database.sql("update access_grant set revoked_at = coalesce(revoked_at, :now) where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** Ends everything that one login started, except what the person allowed to last without it. */
    public void endOnlineGrantsOf(UUID loginId) {
        database.sql(
                        """
                        update access_grant set revoked_at = coalesce(revoked_at, :now)
                        where login_id = :login and not 'offline_access' = any(string_to_array(scopes, ' '))""")
                .param("now", Timestamp.from(clock.instant()))
                .param("login", loginId)
                .update();
    }

    /** Ends the same when the login is one of this account, and says whether there was anything that went on. */
    public boolean endOnlineGrantsOf(UUID account, UUID loginId) {
        return database.sql(
                                """
                                update access_grant set revoked_at = :now
                                where principal_name = :account and login_id = :login and revoked_at is null
                                  and not 'offline_access' = any(string_to_array(scopes, ' '))""")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("account", account.toString())
                        .param("login", loginId)
                        .update()
                > 0;
    }

    /** Ends everything that any login of an account started, offline access included. */
    public void endAllOf(UUID account) {
        database.sql(
                        """
                        update access_grant set revoked_at = coalesce(revoked_at, :now)
                        where principal_name = :account""")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account.toString())
                .update();
    }

    /** Ends everything that anybody allowed a client, offline access included. */
    public void endAllOfClient(String clientId) {
        database.sql(
                        """
                        update access_grant set revoked_at = :now where client_id = :client and revoked_at is null""")
                .param("now", Timestamp.from(clock.instant()))
                .param("client", clientId)
                .update();
    }

    /** Ends everything that the people of a hospital allowed a client, offline access included. */
    public void endAllOfClient(String clientId, HospitalId hospital) {
        database.sql(
                        """
                        update access_grant g set revoked_at = :now from account a
                        where g.client_id = :client and g.principal_name = a.id::text and a.hospital = :hospital
                          and g.revoked_at is null""")
                .param("now", Timestamp.from(clock.instant()))
                .param("client", clientId)
                .param("hospital", hospital.value())
                .update();
    }

    /** Ends what an account's other logins started, except what the person allowed to last without one. */
    public void endOthersOf(UUID account, UUID loginId) {
        database.sql(
                        """
                        update access_grant set revoked_at = coalesce(revoked_at, :now)
                        where principal_name = :account and login_id <> :login
                          and not 'offline_access' = any(string_to_array(scopes, ' '))""")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account.toString())
                .param("login", loginId)
                .update();
    }

    /** Ends what an account's other logins started, offline access included. */
    public void endAllButOf(UUID account, UUID loginId) {
        database.sql(
                        """
                        update access_grant set revoked_at = coalesce(revoked_at, :now)
                        where principal_name = :account and login_id is distinct from :login""")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account.toString())
                .param("login", loginId)
                .update();
    }
}
