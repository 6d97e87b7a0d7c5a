package nl.inzage.auth.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.inzage.auth.client.SecretHash;

/**
 * A token as the database knows it: by its hash.
 *
 * @param value the token itself when somebody has just shown it; otherwise a stand-in that nobody can redeem
 */
record StoredToken(
        TokenKind kind,
        String hash,
        String value,
        Instant issuedAt,
        Instant expiresAt,
        boolean spent,
        Map<String, Object> claims) {

    private static final String STAND_IN = "hash:";

    static StoredToken read(ResultSet row, String shownHash, String shownValue) throws SQLException {
        String hash = row.getString("hash");
        return new StoredToken(
                TokenKind.ofColumn(row.getString("kind")),
                hash,
                hash.equals(shownHash) ? shownValue : STAND_IN + hash,
                row.getTimestamp("issued_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getTimestamp("spent_at") != null,
                Claims.read(row.getString("claims")));
    }

    /** The hash by which a token is kept; a stand-in carries its own. */
    static String hashOf(String value) {
        return Optional.of(value)
                .filter(text -> text.startsWith(STAND_IN))
                .map(text -> text.substring(STAND_IN.length()))
                .orElseGet(() -> SecretHash.of(value));
    }

    static boolean isStandIn(String value) {
        return value.startsWith(STAND_IN);
    }
}
