package nl.inzage.fhir.narrow;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.fhir.access.AccessPlans;
import nl.inzage.fhir.view.Catalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** HTTP at the narrow door: one request in, one complete answer out. */
final class NarrowDoorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(NarrowDoorServlet.class);

    private final transient RequestReader requests;
    private final transient NarrowDoor door;
    private final transient String capabilities;
    private final transient JsonAnswers json;
    private final transient AccessPlans plans;

    private NarrowDoorServlet(
            RequestReader requests, NarrowDoor door, String capabilities, JsonAnswers json, AccessPlans plans) {
        this.requests = requests;
        this.door = door;
        this.capabilities = capabilities;
        this.json = json;
        this.plans = plans;
    }

    /**
     * The door over a database.
     *
     * @param reader runs as the role that can only read the released view
     * @param base the public base URL of this door
     */
    static NarrowDoorServlet over(
            JdbcTemplate reader,
            Catalogue catalogue,
            AccessPlans plans,
            Cursors cursors,
            String base,
            String capabilities) {
        JsonAnswers json = new JsonAnswers(base);
        return new NarrowDoorServlet(
                new RequestReader(catalogue),
                new NarrowDoor(catalogue, new ReleasedRows(reader), cursors, json),
                capabilities,
                json,
                plans);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer answer = answer(request);
        // Between here and the first byte is where a read becomes an entry in the audit trail.
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private Answer answer(HttpServletRequest request) {
        try {
            return answer(request, requests.read(request));
        } catch (Refusal refusal) {
            return json.refusal(refusal);
        } catch (RuntimeException fault) {
            LOG.error("A request at the narrow door failed", fault);
            return json.refusal(Refusal.fault());
        }
    }

    private Answer answer(HttpServletRequest request, DoorRequest asked) {
        String accept = request.getHeader("Accept");
        if (asked instanceof DoorRequest.Read read) {
            return door.read(planOf(request), read, accept);
        }
        if (asked instanceof DoorRequest.Search search) {
            return door.search(planOf(request), search, accept);
        }
        Formats.checkAccept(accept);
        return Answer.fhir(200, capabilities);
    }

    private AccessPlan planOf(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof JwtAuthenticationToken token) {
            return plans.of(token.getToken());
        }
        throw Refusal.scope("This needs a token");
    }
}
