package nl.inzage.auth.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.inzage.auth.session.Login;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** A grant as the database knows it. */
record StoredGrant(
        String id,
        String clientId,
        String principalName,
        String grantType,
        String scopes,
        Optional<OAuth2AuthorizationRequest> request,
        Optional<Login> login,
        Optional<LaunchContext> context,
        Optional<GrantEnd> end,
        boolean revoked) {

    static StoredGrant read(ResultSet row, int number) throws SQLException {
        return new StoredGrant(
                row.getString("id"),
                row.getString("client_id"),
                row.getString("principal_name"),
                row.getString("grant_type"),
                row.getString("scopes"),
                Optional.ofNullable(row.getString("request")).map(StoredRequest::read),
                Optional.ofNullable(row.getString("login")).map(StoredLogin::read),
                context(row),
                Optional.ofNullable(row.getTimestamp("ends_at")).map(end -> new GrantEnd(end.toInstant())),
                row.getTimestamp("revoked_at") != null);
    }

    private static Optional<LaunchContext> context(ResultSet row) throws SQLException {
        boolean launched = row.getBoolean("launched");
        return Optional.ofNullable(row.getString("patient")).map(patient -> new LaunchContext(patient, launched));
    }

    /** The scopes in a text that joins them with spaces. */
    static Set<String> scopes(String text) {
        return Arrays.stream(text.split(" ")).filter(scope -> !scope.isBlank()).collect(Collectors.toSet());
    }
}
