package nl.inzage.auth.launch;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.client.SecretHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Apps that somebody opened from here. The app gets a handle that says nothing and shows it once, within five minutes, in
 * the same person's authorization request (SMART 2.2, EHR launch); another one for the same app takes its place.
 */
@Repository
public class Launches {

    private static final int BYTES = 32;
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient database;
    private final Clock clock;

    Launches(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes the handle with which an app is opened for this account, on the dossier of this patient. */
    public String begin(UUID account, String clientId, String patient) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String handle = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.sql(
                        """
                        insert into launch (account_id, client_id, hash, patient, expires_at)
                        values (:account, :client, :hash, :patient, :end)
                        on conflict (account_id, client_id) do update set hash = excluded.hash,
                          patient = excluded.patient, expires_at = excluded.expires_at, used_at = null""")
                .param("account", account)
                .param("client", clientId)
                .param("hash", SecretHash.of(handle))
                .param("patient", patient)
                .param("end", Timestamp.from(clock.instant().plus(LIFE)))
                .update();
        return handle;
    }

    /**
     * The patient on whose dossier this account opened this app; nothing when the handle is unknown, used, too old, or of
     * another account or app. Of any number of parallel tries one gets it.
     */
    public Optional<String> redeem(String handle, UUID account, String clientId) {
        return database.sql(
                        """
                        update launch set used_at = :now
                        where hash = :hash and account_id = :account and client_id = :client and used_at is null
                          and expires_at > :now
                        returning patient""")
                .param("now", Timestamp.from(clock.instant()))
                .param("hash", SecretHash.of(handle))
                .param("account", account)
                .param("client", clientId)
                .query(String.class)
                .optional();
    }
}
