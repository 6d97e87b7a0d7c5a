package nl.inzage.auth.digid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import nl.inzage.auth.login.Entrance;
import nl.inzage.auth.person.DossierUnavailable;
import nl.inzage.auth.session.LoginMeans;
import nl.inzage.policy.login.DigidLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way to DigiD and back. What is logged says nothing about anybody. */
@Controller
class DigidController {

    private static final Logger LOG = LoggerFactory.getLogger(DigidController.class);
    private static final String START_AGAIN = "redirect:/inloggen?melding=verlopen";
    private static final String STOPPED = "redirect:/inloggen?melding=digid-gestopt";

    private final DigidConnections connections;
    private final DigidRequests requests;
    private final DigidBridge bridge;
    private final Arrivals arrivals;
    private final DigidEnrolments enrolments;
    private final Entrance entrance;

    DigidController(
            DigidConnections connections,
            DigidRequests requests,
            DigidBridge bridge,
            Arrivals arrivals,
            DigidEnrolments enrolments,
            Entrance entrance) {
        this.connections = connections;
        this.requests = requests;
        this.bridge = bridge;
        this.arrivals = arrivals;
        this.enrolments = enrolments;
        this.entrance = entrance;
    }

    @PostMapping("/inloggen/digid")
    String leave(@RequestParam String hospital, HttpServletRequest request) {
        Optional<DigidConnection> connection = connections.of(hospital);
        if (connection.isEmpty()) {
            return "redirect:/inloggen";
        }
        DigidLevel least = arrivals.rules(connection.get().hospital()).digid().minimumLevel();
        DigidRequests.Begun begun = requests.begin(connection.get().hospital(), request);
        return "redirect:" + bridge.address(connection.get(), begun, least);
    }

    @GetMapping("/inloggen/digid/terug")
    String comeBack(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String error,
            @RequestParam(defaultValue = "") String iss,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<DigidRequest> sent = requests.take(state, request);
        if (sent.isEmpty()) {
            return START_AGAIN;
        }
        if (error.equals("access_denied")) {
            return STOPPED;
        }
        DigidConnection connection = connections.of(sent.get().hospital());
        String hospital = connection.hospital().value();
        try {
            if (!error.isEmpty() || code.isEmpty() || !(iss.isEmpty() || iss.equals(connection.issuer()))) {
                throw new DigidFailed("the bridge answered " + (error.matches("[a-z_]{1,40}") ? error : "wrongly"));
            }
            DigidIdentity identity = bridge.redeem(connection, sent.get(), code);
            return arrive(connection, identity, request, response, model);
        } catch (DigidFailed e) {
            LOG.warn("A login with DigiD for hospital {} failed: {}", hospital, e.getMessage());
            return DigidProblem.DIGID_FAILED.page(hospital, response, model);
        } catch (DossierUnavailable e) {
            LOG.error("Nobody can make an account with DigiD: it is unknown who is a patient", e);
            return DigidProblem.DOSSIER_UNAVAILABLE.page(hospital, response, model);
        }
    }

    private String arrive(
            DigidConnection connection,
            DigidIdentity identity,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws DossierUnavailable {
        Arrival arrival = arrivals.judge(connection.hospital(), identity);
        if (arrival instanceof Arrival.Refused refused) {
            // Nothing of this visit stays, as DigiD's rules ask for.
            request.getSession().invalidate();
            return refused.problem().page(connection.hospital().value(), response, model);
        }
        DigidLevel level = identity.level().orElseThrow();
        if (arrival instanceof Arrival.Known known) {
            return entrance.enter(known.account(), means(level), request, response, model);
        }
        enrolments.begin(new DigidEnrolment(connection.hospital(), identity.bsn(), level), request);
        return "redirect:/inloggen/digid/account";
    }

    static LoginMeans means(DigidLevel level) {
        return LoginMeans.valueOf("DIGID_" + level.name());
    }
}
