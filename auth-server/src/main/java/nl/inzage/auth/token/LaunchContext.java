package nl.inzage.auth.token;

import java.util.Optional;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;

/**
 * What a grant is about: kept with it, and the source of {@code patient} in its tokens.
 *
 * @param patient the id of the Patient whose dossier it opens
 * @param launched whether the person opened the app here, rather than at the app (SMART 2.2, EHR launch)
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html">SMART 2.2, launch context</a>
 */
public record LaunchContext(String patient, boolean launched) {

    /** The name by which a request and a grant carry it; what a browser sends under this name is a text, and so no context. */
    public static final String NAME = LaunchContext.class.getName();

    /** That of a grant, once it is known whose dossier it opens. */
    public static Optional<LaunchContext> of(OAuth2Authorization grant) {
        return Optional.ofNullable(grant.getAttribute(NAME));
    }
}
