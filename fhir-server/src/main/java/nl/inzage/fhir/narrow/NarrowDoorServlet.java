package nl.inzage.fhir.narrow;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.fhir.access.AccessPlans;
import nl.inzage.fhir.audit.AuditTrail;
import nl.inzage.fhir.catalogue.Catalogue;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** HTTP at the narrow door: one request in, one complete answer out. */
final class NarrowDoorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient RequestReader requests;
    private final transient BatchReader batches;
    private final transient Answers answers;
    private final transient XmlAnswers xml;
    private final transient AccessPlans plans;
    private final transient WrittenDown writtenDown;

    private NarrowDoorServlet(
            RequestReader requests, Answers answers, FhirContext fhir, AccessPlans plans, AuditTrail trail) {
        this.requests = requests;
        this.answers = answers;
        this.batches = new BatchReader(fhir);
        this.xml = new XmlAnswers(fhir);
        this.plans = plans;
        this.writtenDown = new WrittenDown(trail);
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
            AuditTrail trail,
            Cursors cursors,
            String base,
            String capabilities,
            FhirContext fhir) {
        JsonAnswers json = new JsonAnswers(base);
        RequestReader requests = new RequestReader(catalogue);
        NarrowDoor door = new NarrowDoor(catalogue, new ReleasedRows(reader), cursors, json);
        return new NarrowDoorServlet(requests, new Answers(requests, door, json, capabilities), fhir, plans, trail);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer answer = Compression.of(request, answer(request));
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.addHeader("Vary", "Accept, Accept-Encoding");
        if (answer.status() != HttpServletResponse.SC_NOT_MODIFIED) {
            response.setContentLength(answer.body().length);
        }
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(answer.body());
        }
    }

    private Answer answer(HttpServletRequest request) {
        Wanted wanted = Formats.wantedBy(request);
        Answer made = answers.orRefusal(() -> isBatch(request)
                ? batch(request, wanted)
                : answers.to(requests.read(request), () -> planOf(request), wanted));
        Answer answer = answers.orRefusal(() -> writtenDown.before(made, request));
        return wanted.isXml() ? answers.orRefusal(() -> xml.of(answer)) : answer;
    }

    private static boolean isBatch(HttpServletRequest request) {
        String path = request.getPathInfo();
        return request.getMethod().equals("POST") && (path == null || path.equals("/"));
    }

    private Answer batch(HttpServletRequest request, Wanted wanted) {
        wanted.requireFhir();
        AccessPlan plan = planOf(request);
        return answers.toBatch(batches.read(request), plan);
    }

    private AccessPlan planOf(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof JwtAuthenticationToken token) {
            return plans.of(token.getToken());
        }
        throw Refusal.scope("This needs a token");
    }
}
