package nl.inzage.auth.account;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Password hashing with Argon2id, as OWASP's password storage sheet asks. */
@Component
public class Passwords {

    /** Each hash takes 16 MB: a burst of logins has to queue rather than exhaust the memory. */
    private static final int AT_ONCE = 4;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            "argon2", Map.of("argon2", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    private final String hashOfNobody = encoder.encode(UUID.randomUUID().toString());

    /** The slow hash of a password, or of another secret that is too short for a fast one. */
    public String hash(String password) {
        places.acquireUninterruptibly();
        try {
            return encoder.encode(password);
        } finally {
            places.release();
        }
    }

    /** Whether a secret is the one that was hashed; without a hash the same work is done. */
    public boolean matchesHash(String secret, Optional<String> hash) {
        places.acquireUninterruptibly();
        try {
            return encoder.matches(secret, hash.orElse(hashOfNobody)) && hash.isPresent();
        } finally {
            places.release();
        }
    }

    /** Whether the password is this account's; for nobody the same work is done, so that time tells nothing. */
    public boolean matches(String password, Optional<Account> account) {
        return matchesHash(password, account.map(Account::passwordHash));
    }
}
