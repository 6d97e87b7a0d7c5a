package nl.inzage.auth.config;

import java.util.function.Supplier;
import nl.inzage.auth.account.AccountKind;
import nl.inzage.auth.session.LoggedIn;
import nl.inzage.auth.session.Login;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Who comes in at "Balie": the desk, and who works at a clinic where the hospital gives accounts at the clinic (F2). */
@Component
class DeskAccess {

    private final PolicyBook policies;

    DeskAccess(PolicyBook policies) {
        this.policies = policies;
    }

    /** Whether this person comes in; the request does not matter. */
    AuthorizationDecision decide(Supplier<Authentication> authentication, RequestAuthorizationContext request) {
        boolean in = authentication.get() instanceof LoggedIn person && comesIn(person.getPrincipal());
        return new AuthorizationDecision(in);
    }

    /** Whether this person is led on from the front door: an administrator to the pages for staff. */
    AuthorizationDecision arrive(Supplier<Authentication> authentication, RequestAuthorizationContext request) {
        boolean administrator = authentication.get() instanceof LoggedIn person
                && person.getPrincipal().kind() == AccountKind.ADMINISTRATOR;
        return administrator ? new AuthorizationDecision(true) : decide(authentication, request);
    }

    private boolean comesIn(Login login) {
        return switch (login.kind()) {
            case DESK -> true;
            case CLINIC_EMPLOYEE ->
                !policies.require(new HospitalId(login.hospital()))
                        .account()
                        .enrolment()
                        .seenBy(true)
                        .isEmpty();
            case PATIENT, CLINICIAN, ADMINISTRATOR -> false;
        };
    }
}
