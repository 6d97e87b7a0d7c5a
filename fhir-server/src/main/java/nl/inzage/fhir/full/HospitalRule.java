package nl.inzage.fhir.full;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.inzage.fhir.storage.Owners;
import nl.inzage.fhir.token.SystemClient;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.stereotype.Component;

/**
 * Another hospital's resource does not exist: not to read or change, and not to point at. As nothing ever points
 * across hospitals, a chained search or an include that starts at an own resource ends at one.
 */
@Component
class HospitalRule implements DoorRule {

    private final References references;
    private final Owners owners;

    HospitalRule(References references, Owners owners) {
        this.references = references;
        this.owners = owners;
    }

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = 20)
    public void checkHospital(ServletRequestDetails request) {
        SystemClient.of(request.getServletRequest()).ifPresent(client -> check(client.hospital(), Acts.of(request)));
    }

    private void check(HospitalId hospital, List<Act> acts) {
        Set<String> named = new HashSet<>();
        acts.forEach(act -> {
            act.target().ifPresent(named::add);
            act.body().ifPresent(body -> named.addAll(references.targets(body)));
        });
        Owners.Known known = owners.among(named, hospital);
        for (Act act : acts) {
            if (act.target().filter(target -> isRefused(act, target, known)).isPresent()) {
                throw new ResourceNotFoundException(act.say(UniformRefusals.NO_SUCH_RESOURCE));
            }
            act.body().ifPresent(body -> references.refuse(body, known.foreign()));
        }
    }

    // Of a deletion HAPI makes a success when there is nothing: that would tell the two apart.
    private static boolean isRefused(Act act, String target, Owners.Known known) {
        return known.foreign().contains(target)
                || (act.interaction() == RestOperationTypeEnum.DELETE
                        && !known.own().contains(target));
    }
}
