package nl.inzage.auth.totp;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.seal.Seal;
import org.springframework.stereotype.Component;

/** The secret of an app that is being added: in this browser's session, encrypted, until a code shows that it works. */
@Component
class AppSetup {

    private static final String SECRET = "authenticatorAppSecret";

    private final SecureRandom random = new SecureRandom();
    private final Seal seal;

    AppSetup(Seal seal) {
        this.seal = seal;
    }

    /** The secret of this session, made when there is none. */
    AppSecret secret(HttpServletRequest request, UUID account) {
        return kept(request, account).orElseGet(() -> {
            AppSecret secret = AppSecret.fresh(random);
            request.getSession().setAttribute(SECRET, seal.seal(secret.bytes(), purpose(account)));
            return secret;
        });
    }

    Optional<AppSecret> kept(HttpServletRequest request, UUID account) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session == null ? null : (byte[]) session.getAttribute(SECRET))
                .map(kept -> new AppSecret(seal.open(kept, purpose(account))));
    }

    void forget(HttpServletRequest request) {
        request.getSession().removeAttribute(SECRET);
    }

    private static String purpose(UUID account) {
        return "new authenticator app of " + account;
    }
}
