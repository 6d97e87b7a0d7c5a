package nl.inzage.portal.smart;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/**
 * Who logged in, and the dossier that the authorization server opened for this login. An employee has none.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html">launch context</a>
 */
public final class SmartUser extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    /** Longer than any hospital's policy may say. */
    private static final Duration LONGEST_IDLE = Duration.ofHours(1);

    private final String patient;

    SmartUser(OidcIdToken idToken, String patient) {
        super(List.of(new SimpleGrantedAuthority("ROLE_USER")), idToken);
        this.patient = patient;
    }

    /** The bare id of the Patient whose dossier is open. */
    public Optional<String> patient() {
        return Optional.ofNullable(patient);
    }

    /** After how long without doing anything the hospital wants this login to end; nothing when it does not say. */
    public Optional<Duration> idle() {
        return getClaim("session_idle") instanceof Number seconds && seconds.longValue() > 0
                ? Optional.of(Duration.ofSeconds(Math.min(seconds.longValue(), LONGEST_IDLE.toSeconds())))
                : Optional.empty();
    }

    /** The name to greet with; the authorization server may keep it to itself. */
    public Optional<String> greetingName() {
        return Optional.ofNullable(getFullName());
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof SmartUser user
                && patient().equals(user.patient());
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
