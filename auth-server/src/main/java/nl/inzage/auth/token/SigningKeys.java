package nl.inzage.auth.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign tokens, newest first: made at the first start and kept in the database, so that all nodes and the
 * next start have the same. Older ones stay published until they are removed.
 */
@Repository
class SigningKeys {

    private static final int BITS = 3072;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SigningKeys(JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    List<JWK> all() {
        return transaction.execute(status -> {
            // Two nodes that start at once on an empty table must not make a key each.
            database.sql("lock table signing_key in exclusive mode").update();
            List<String> stored = database.sql("select jwk from signing_key order by created_at desc")
                    .query(String.class)
                    .list();
            return stored.isEmpty() ? List.of(made()) : parsed(stored);
        });
    }

    private JWK made() {
        RSAKey key = generated();
        database.sql("insert into signing_key values (:kid, :jwk, :now)")
                .param("kid", key.getKeyID())
                .param("jwk", key.toJSONString())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return key;
    }

    private static RSAKey generated() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java makes RSA keys", e);
        }
    }

    private static List<JWK> parsed(List<String> stored) {
        List<JWK> keys = new ArrayList<>();
        for (String jwk : stored) {
            try {
                keys.add(JWK.parse(jwk));
            } catch (ParseException e) {
                throw new IllegalStateException("Table signing_key holds something that is not a key", e);
            }
        }
        return keys;
    }
}
