package nl.inzage.auth.passkey;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.factor.FactorNotice;
import nl.inzage.auth.factor.FactorPage;
import nl.inzage.auth.factor.OtherLogins;
import nl.inzage.auth.session.LoggedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adding, naming and removing passkeys, by a login of the last five minutes. */
@Controller
class PasskeyController {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyController.class);
    private static final int LONGEST_NAME = 60;

    private final Passkeys passkeys;
    private final PasskeyChallenges challenges;
    private final PasskeyRight right;
    private final FactorPage page;
    private final FactorNotice notice;
    private final OtherLogins others;

    PasskeyController(
            Passkeys passkeys,
            PasskeyChallenges challenges,
            PasskeyRight right,
            FactorPage page,
            FactorNotice notice,
            OtherLogins others) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.right = right;
        this.page = page;
        this.notice = notice;
        this.others = others;
    }

    @PostMapping(path = "/beveiliging/passkey/opties", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> options(LoggedIn person, HttpServletRequest request) {
        Account account = page.account(person);
        return page.isFresh(person) && right.has(account)
                ? ResponseEntity.ok(passkeys.toMake(account, challenges.begin(request, ChallengePurpose.ADDING)))
                : ResponseEntity.status(403).body("{}");
    }

    @PostMapping("/beveiliging/passkey")
    String add(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String naam,
            LoggedIn person,
            HttpServletRequest request) {
        if (!page.isFresh(person)) {
            return FactorPage.LOG_IN_AGAIN;
        }
        Account account = page.account(person);
        Optional<Bytes> challenge = challenges.take(request, ChallengePurpose.ADDING);
        try {
            if (!right.has(account)) {
                throw new PasskeyRefused("no passkey may open this account");
            }
            passkeys.add(
                    account,
                    challenge.orElseThrow(() -> new PasskeyRefused("there is no challenge")),
                    credential,
                    name(naam));
            others.end(person.getPrincipal(), request);
            notice.send(account, "passkey.added");
            return "redirect:/beveiliging?melding=sleutel-erbij";
        } catch (PasskeyRefused e) {
            LOG.warn("A passkey could not be added: {}", e.getMessage());
            return "redirect:/beveiliging?melding=sleutel-niet";
        }
    }

    @PostMapping("/beveiliging/passkey/naam")
    String rename(@RequestParam String id, @RequestParam(defaultValue = "") String naam, LoggedIn person) {
        if (!page.isFresh(person)) {
            return FactorPage.LOG_IN_AGAIN;
        }
        passkeys.rename(person.getPrincipal().account(), id, name(naam));
        return "redirect:/beveiliging?melding=sleutel-naam";
    }

    @PostMapping("/beveiliging/passkey/verwijderen")
    String remove(@RequestParam String id, LoggedIn person, HttpServletRequest request) {
        if (!page.isFresh(person)) {
            return FactorPage.LOG_IN_AGAIN;
        }
        Account account = page.account(person);
        if (passkeys.remove(account, id)) {
            others.end(person.getPrincipal(), request);
            notice.send(account, "passkey.removed");
        }
        return "redirect:/beveiliging?melding=sleutel-weg";
    }

    /** A name to recognise it by; PostgreSQL takes no zero byte. */
    private static String name(String typed) {
        String name = typed.replaceAll("\\p{Cntrl}", " ").strip();
        String fitting = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return fitting.isEmpty() ? "Passkey" : fitting;
    }
}
