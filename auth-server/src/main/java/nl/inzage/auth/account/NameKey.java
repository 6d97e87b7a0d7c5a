package nl.inzage.auth.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Chooses for a name, the same on all nodes and after each start, in a way that nobody outside can foresee: what an
 * unknown name is answered has to be as fixed as what a known one is.
 */
@Repository
public class NameKey implements InitializingBean {

    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcClient database;
    private volatile byte[] key;

    NameKey(JdbcClient database) {
        this.database = database;
    }

    /** Makes the key at the first start, unless another node did, and reads it: a question later would tell of a name. */
    @Override
    public void afterPropertiesSet() {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        database.sql("insert into server_key values ('names', :value) on conflict do nothing")
                .param("value", fresh)
                .update();
        key = database.sql("select value from server_key where name = 'names'")
                .query(byte[].class)
                .single();
    }

    /** A number from 0 up to, not including, {@code choices}. */
    public int choice(Username name, String purpose, int choices) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] hash = mac.doFinal((purpose + " " + name.value()).getBytes(StandardCharsets.UTF_8));
            return Math.floorMod(ByteBuffer.wrap(hash).getInt(), choices);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
