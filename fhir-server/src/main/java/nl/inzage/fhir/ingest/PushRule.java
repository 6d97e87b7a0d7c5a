package nl.inzage.fhir.ingest;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import nl.inzage.fhir.full.Act;
import nl.inzage.fhir.full.Acts;
import nl.inzage.fhir.full.DoorRule;
import org.springframework.stereotype.Component;

/**
 * Judges every resource of a push before a transaction is open: all mistakes of a bundle are told at once, each with
 * its entry, and no database connection waits meanwhile.
 */
@Component
class PushRule implements DoorRule {

    private final Judge judge;
    private final Definitions definitions;

    PushRule(Judge judge, Definitions definitions) {
        this.judge = judge;
        this.definitions = definitions;
    }

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = 40)
    public void judgePush(ServletRequestDetails request) {
        for (Act act : Acts.of(request)) {
            if (act.isPush()) {
                definitions.refuseUntilInstalled();
                Findings.of(request).add(judge.judge(act.where(), act.body().orElseThrow()));
            }
        }
        Findings.peek(request).ifPresent(Findings::refuseOnError);
    }
}
