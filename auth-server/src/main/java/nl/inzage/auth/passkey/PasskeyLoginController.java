package nl.inzage.auth.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.login.Entrance;
import nl.inzage.auth.session.LoginMeans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Logging in with a passkey, without a user name. */
@Controller
class PasskeyLoginController {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyLoginController.class);
    private static final String REFUSED = "redirect:/inloggen?melding=sleutel";

    private final Passkeys passkeys;
    private final PasskeyChallenges challenges;
    private final PasskeyRight right;
    private final Accounts accounts;
    private final Entrance entrance;

    PasskeyLoginController(
            Passkeys passkeys, PasskeyChallenges challenges, PasskeyRight right, Accounts accounts, Entrance entrance) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.right = right;
        this.accounts = accounts;
        this.entrance = entrance;
    }

    @PostMapping(path = "/inloggen/passkey/opties", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String options(HttpServletRequest request) {
        return passkeys.toEnter(challenges.begin(request, ChallengePurpose.LOGIN));
    }

    @PostMapping("/inloggen/passkey")
    String enter(
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Bytes> challenge = challenges.take(request, ChallengePurpose.LOGIN);
        if (challenge.isEmpty()) {
            return REFUSED;
        }
        try {
            // Which accounts a passkey opens may have changed since it was added; the answer tells nothing of that.
            Optional<Account> account =
                    accounts.byId(passkeys.enter(challenge.get(), credential)).filter(right::has);
            return account.isEmpty()
                    ? REFUSED
                    : entrance.enter(account.get(), LoginMeans.PASSKEY, request, response, model);
        } catch (PasskeyRefused e) {
            LOG.warn("A passkey was refused: {}", e.getMessage());
            return REFUSED;
        }
    }
}
