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

    String hash(String password) {
        return encoder.encode(password);
    }

    /** Whether the password is this account's; for nobody the same work is done, so that time tells nothing. */
    public boolean matches(String password, Optional<Account> account) {
        places.acquireUninterruptibly();
        try {
            boolean matches =
                    encoder.matches(password, account.map(Account::passwordHash).orElse(hashOfNobody));
            return matches && account.isPresent();
        } finally {
            places.release();
        }
    }
}
