package nl.inzage.auth.developer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.registration.AppDecision;
import nl.inzage.auth.registration.AppDecisions;
import nl.inzage.auth.registration.AppKind;
import nl.inzage.auth.registration.AppName;
import nl.inzage.auth.registration.AppState;
import nl.inzage.auth.registration.MakerName;
import nl.inzage.auth.registration.RegisteredApp;
import nl.inzage.auth.registration.RegisteredApps;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of developers show. */
@Component
class AppPages {

    private final RegisteredApps apps;
    private final AppDecisions decisions;
    private final AppName names;
    private final MakerName makers;
    private final PolicyBook policies;

    AppPages(RegisteredApps apps, AppDecisions decisions, AppName names, MakerName makers, PolicyBook policies) {
        this.apps = apps;
        this.decisions = decisions;
        this.names = names;
        this.makers = makers;
        this.policies = policies;
    }

    /**
     * How one hospital stands to an app.
     *
     * @param reason what the administrator wrote about it, or an empty text
     */
    public record AtHospital(String name, String state, String reason) {}

    String list(Developer developer, Model model) {
        model.addAttribute("email", developer.email());
        model.addAttribute("apps", apps.of(developer.id()));
        return "ontwikkelaars-apps";
    }

    String app(RegisteredApp app, FormErrors errors, Model model) {
        List<AtHospital> hospitals = policies.hospitals().stream()
                .map(hospital -> at(hospital, app))
                .sorted(Comparator.comparing(AtHospital::name))
                .toList();
        model.addAttribute("app", app);
        model.addAttribute("hospitals", hospitals);
        model.addAttribute("fresh", UUID.randomUUID());
        errors.show(model);
        return "ontwikkelaars-app";
    }

    /** The form, for a new app when there is none. */
    String form(AppForm typed, Optional<RegisteredApp> app, FormErrors errors, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("heading", app.isPresent() ? "registration.change" : "registration.new");
        model.addAttribute("clientId", app.map(RegisteredApp::clientId).orElse(null));
        model.addAttribute("kinds", AppKind.words());
        model.addAttribute("ofLogin", OfferedScopes.OF_LOGIN);
        model.addAttribute("ofData", OfferedScopes.OF_DATA);
        model.addAttribute("fresh", UUID.randomUUID());
        errors.show(model);
        return "ontwikkelaars-formulier";
    }

    /** The page that shows a secret, once. */
    String credentials(AppActs.Credentials made, Model model) {
        model.addAttribute("clientId", made.clientId());
        model.addAttribute("secret", made.secret().orElse(null));
        return "ontwikkelaars-geheim";
    }

    /** What is wrong with a form, names that others have included. */
    FormErrors errors(AppForm form, Optional<RegisteredApp> app) {
        FormErrors errors = form.errors(app.flatMap(RegisteredApp::jwks).isPresent());
        String clientId = app.map(RegisteredApp::clientId).orElse("");
        return errors.addIf(
                        names.isTaken(form.name(), clientId, policies.hospitals()), "name", "registration.name.taken")
                .addIf(makers.isTaken(form.organisation()), "organisation", "registration.organisation.taken");
    }

    private AtHospital at(HospitalId hospital, RegisteredApp app) {
        AppState state = decisions.at(hospital, app);
        String reason = decisions.newest(hospital, app).map(AppDecision::reason).orElse("");
        return new AtHospital(policies.require(hospital).name(), state.word(), reason);
    }
}
