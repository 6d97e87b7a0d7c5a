package nl.inzage.fhir.full;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Collection;
import nl.inzage.fhir.token.SystemClient;
import nl.inzage.policy.smart.Compartment;
import nl.inzage.policy.smart.Interaction;
import nl.inzage.policy.smart.ScopeSet;
import org.springframework.stereotype.Component;

/**
 * Everything that a request wants done, entry by entry, needs a system scope; a scope narrowed by a query grants
 * nothing here yet.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html">SMART scopes</a>
 */
@Component
class ScopeRule implements DoorRule {

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = 10)
    public void checkScopes(ServletRequestDetails request) {
        SystemClient.of(request.getServletRequest()).ifPresent(client -> {
            Acts.of(request).forEach(act -> check(client.scopes(), act));
            checkJoins(client.scopes(), request.getParameters().keySet());
        });
    }

    private static void check(ScopeSet scopes, Act act) {
        for (Interaction need : act.needs()) {
            if (!scopes.permits(Compartment.SYSTEM, act.type(), need)) {
                throw new ForbiddenOperationException(act.say("no scope of the token permits to "
                        + need.name().toLowerCase(java.util.Locale.ROOT) + " " + act.type()));
            }
        }
    }

    /** A chain or a reverse chain tells about resources of other types than the one that is returned. */
    private static void checkJoins(ScopeSet scopes, Collection<String> parameters) {
        boolean joins = parameters.stream()
                .anyMatch(name -> name.startsWith("_has") || name.startsWith("_list") || name.contains("."));
        if (joins && !scopes.permits(Compartment.SYSTEM, "*", Interaction.SEARCH)) {
            throw new ForbiddenOperationException("Searching across types needs the scope system/*.s");
        }
    }
}
