package nl.inzage.auth.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.person.DossierUnavailable;
import nl.inzage.auth.session.Login;
import nl.inzage.auth.session.LoginMeans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Where every way of logging in ends: who it is at the FHIR server, and a session that says so. */
@Component
public class Entrance {

    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

    private final LoginSteps steps;
    private final LoginSession session;
    private final List<Barrier> barriers;

    Entrance(LoginSteps steps, LoginSession session, List<Barrier> barriers) {
        this.steps = steps;
        this.session = session;
        this.barriers = barriers;
    }

    /** Lets somebody in who passed all that was asked; the answer is the view that comes next. */
    public String enter(
            Account account, LoginMeans means, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (barriers.stream().anyMatch(barrier -> barrier.bars(account, means))) {
            session.forgetPending(request);
            return stopped(Problem.BLOCKED, account, response, model);
        }
        try {
            Optional<Login> login = steps.identify(account, means);
            if (login.isEmpty()) {
                session.forgetPending(request);
                return stopped(Problem.NO_DOSSIER, account, response, model);
            }
            session.passedCode(request, response, login.get());
            return "redirect:" + session.destination(request, response);
        } catch (DossierUnavailable e) {
            LOG.error("Nobody can log in: it is unknown who they are", e);
            return stopped(Problem.DOSSIER_UNAVAILABLE, account, response, model);
        }
    }

    /** Who passed all that was asked may know at which hospital to ask for help. */
    private static String stopped(Problem problem, Account account, HttpServletResponse response, Model model) {
        model.addAttribute("hospital", account.hospital().value());
        return problem.page(response, model);
    }
}
