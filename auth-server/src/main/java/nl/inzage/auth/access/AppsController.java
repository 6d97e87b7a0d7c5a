package nl.inzage.auth.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.dossier.Dossier;
import nl.inzage.auth.dossier.Dossiers;
import nl.inzage.auth.launch.LaunchableApp;
import nl.inzage.auth.launch.LaunchableApps;
import nl.inzage.auth.launch.Launches;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.session.LoggedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.CurrentSecurityContext;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * "Mijn apps": opening an app on a dossier (SMART 2.2, EHR launch), and seeing and ending what apps get (the {@code
 * management_endpoint} of SMART 2.2).
 */
@Controller
class AppsController {

    private static final String PERSON = "authentication";

    private final Accounts accounts;
    private final AppsPage page;
    private final AppAccess access;
    private final LaunchableApps launchable;
    private final Launches launches;
    private final Dossiers dossiers;

    AppsController(
            Accounts accounts,
            AppsPage page,
            AppAccess access,
            LaunchableApps launchable,
            Launches launches,
            Dossiers dossiers) {
        this.accounts = accounts;
        this.page = page;
        this.access = access;
        this.launchable = launchable;
        this.launches = launches;
        this.dossiers = dossiers;
    }

    @GetMapping("/apps")
    String show(
            @RequestParam(defaultValue = "") String melding,
            @CurrentSecurityContext(expression = PERSON) LoggedIn person,
            Locale locale,
            Model model) {
        if (melding.equals("ingetrokken")) {
            model.addAttribute("notice", "apps.notice.withdrawn");
        }
        return page.show(account(person), new FormErrors(), locale, model);
    }

    /** Opens an app. With one dossier there is nothing to choose; with more the person says which. */
    @PostMapping("/apps/openen")
    String open(
            @RequestParam String app,
            @RequestParam(defaultValue = "") String patient,
            @CurrentSecurityContext(expression = PERSON) LoggedIn person,
            Locale locale,
            Model model,
            HttpServletResponse response)
            throws IOException {
        LaunchableApp opened = launchable.of(app).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Account account = account(person);
        Optional<Dossier> dossier = patient.isEmpty() ? dossiers.only(account) : dossiers.of(account, patient);
        if (dossier.isEmpty()) {
            return page.show(account, new FormErrors().add(app + "-patient", "whose.missing"), locale, model);
        }
        String handle =
                launches.begin(account.id(), opened.clientId(), dossier.get().patient());
        response.sendRedirect(launchable.address(opened, handle).toString());
        return null;
    }

    /** One that had ended, or is of somebody else, ends nothing, and the answer is the same. */
    @PostMapping("/apps/intrekken")
    String withdraw(@RequestParam UUID grant, @CurrentSecurityContext(expression = PERSON) LoggedIn person) {
        access.withdraw(account(person), grant);
        return "redirect:/apps?melding=ingetrokken";
    }

    private Account account(LoggedIn person) {
        return accounts.byId(person.getPrincipal().account()).orElseThrow();
    }
}
