package nl.inzage.auth.registration;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.event.AccountEvent;
import nl.inzage.auth.event.AccountEvents;
import nl.inzage.auth.token.Grants;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.stereotype.Service;

/** What a hospital decides about an app, with all that follows from it; call it in a transaction. */
@Service
public class AppJudgement {

    private final RegisteredApps apps;
    private final AppDecisions decisions;
    private final AppName names;
    private final Grants grants;
    private final AccountEvents events;

    AppJudgement(RegisteredApps apps, AppDecisions decisions, AppName names, Grants grants, AccountEvents events) {
        this.apps = apps;
        this.decisions = decisions;
        this.names = names;
        this.grants = grants;
        this.events = events;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** It holds from now on. */
        record Decided(RegisteredApp app) implements Outcome {}

        /** The app was changed, or decided about, since the page was shown. */
        record Overtaken() implements Outcome {}

        /** Patients of this hospital know another app by this name. */
        record NameTaken() implements Outcome {}
    }

    /**
     * Decides about the version that the administrator saw.
     *
     * @param by the account of the administrator
     */
    public Outcome decide(String clientId, int version, HospitalId hospital, Verdict verdict, String reason, UUID by) {
        // Two apps of one name must not be approved at the same moment.
        apps.holdNames(hospital);
        Optional<RegisteredApp> app = apps.hold(clientId)
                .filter(held -> held.version() == version
                        && decisions.at(hospital, held).allows(verdict));
        if (app.isEmpty()) {
            return new Outcome.Overtaken();
        }
        if (verdict == Verdict.APPROVED && names.isTaken(app.get().facts().name(), clientId, List.of(hospital))) {
            return new Outcome.NameTaken();
        }
        decisions.add(hospital, app.get(), verdict, reason, by);
        if (verdict == Verdict.STOPPED) {
            grants.endAllOfClient(clientId, hospital);
        }
        events.record(
                new AccountEvent(
                        hospital,
                        verdict.act(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(by),
                        Optional.empty(),
                        Optional.of(reason),
                        Optional.empty()),
                clientId);
        return new Outcome.Decided(app.get());
    }
}
