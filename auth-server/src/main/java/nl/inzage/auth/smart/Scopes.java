package nl.inzage.auth.smart;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import nl.inzage.auth.session.LoggedIn;
import nl.inzage.policy.smart.ScopeSet;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** Decides what of a request is granted: the part that the registration covers and the person can have. */
final class Scopes {

    /** Asks whose dossier it is about. */
    static final String PATIENT_CONTEXT = "launch/patient";

    private Scopes() {}

    /** The scopes that this client gets of those asked, in the words asked; somebody without a dossier gets no patient scopes. */
    static Set<String> granted(RegisteredClient client, Collection<String> asked, Authentication person) {
        ScopeSet granted = ScopeSet.of(client.getScopes()).grant(ScopeSet.of(asked));
        if (person instanceof LoggedIn login && login.getPrincipal().kind().isStaff()) {
            granted = granted.withoutPatientScopes();
        }
        return inOrder(granted);
    }

    /** Whether these scopes concern one patient's dossier, so that the token must name the patient. */
    static boolean concernOnePatient(Collection<String> scopes) {
        return ScopeSet.of(scopes).concernsOnePatient();
    }

    static Set<String> inOrder(ScopeSet scopes) {
        return new LinkedHashSet<>(Arrays.asList(scopes.toString().split(" ")));
    }
}
