package nl.inzage.fhir.narrow;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import nl.inzage.fhir.audit.Asked;
import nl.inzage.fhir.audit.AuditTrail;
import nl.inzage.fhir.audit.AuditUnavailable;
import nl.inzage.fhir.audit.Look;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Lets an answer go once it is written down who asked what; a refusal is written down as well. */
final class WrittenDown {

    private static final Logger LOG = LoggerFactory.getLogger(WrittenDown.class);

    private final AuditTrail trail;

    WrittenDown(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * The answer itself.
     *
     * @throws Refusal when it could not be written down
     */
    Answer before(Answer answer, HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof JwtAuthenticationToken holder) {
            try {
                trail.record(asked(answer, request).stream()
                        .map(asked -> look(holder.getToken(), asked))
                        .toList());
            } catch (AuditUnavailable unavailable) {
                LOG.error("A request was not answered", unavailable);
                throw Refusal.unavailable();
            }
        }
        return answer;
    }

    /** Of a request that could not be understood, the address alone. */
    private static List<Asked> asked(Answer answer, HttpServletRequest request) {
        if (answer.asked().isEmpty() && answer.status() >= 400) {
            String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
            return List.of(new Asked("refused", request.getMethod() + " " + path, answer.status()));
        }
        return answer.asked();
    }

    private static Look look(Jwt token, Asked asked) {
        return new Look(
                text(token, "client_id"),
                text(token, "fhirUser"),
                text(token, "patient"),
                text(token, "hospital"),
                text(token, "grant"),
                asked);
    }

    private static Optional<String> text(Jwt token, String claim) {
        return token.getClaim(claim) instanceof String said ? Optional.of(said) : Optional.empty();
    }
}
