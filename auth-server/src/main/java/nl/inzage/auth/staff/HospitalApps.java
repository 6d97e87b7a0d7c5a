package nl.inzage.auth.staff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.contact.Notices;
import nl.inzage.auth.registration.AppDecision;
import nl.inzage.auth.registration.AppDecisions;
import nl.inzage.auth.registration.AppJudgement;
import nl.inzage.auth.registration.AppState;
import nl.inzage.auth.registration.AppsToJudge;
import nl.inzage.auth.registration.DeveloperContact;
import nl.inzage.auth.registration.RegisteredApp;
import nl.inzage.auth.registration.RegisteredApps;
import nl.inzage.auth.registration.Verdict;
import nl.inzage.policy.book.PolicyBook;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The apps of developers as the administrator of one hospital sees them, and what is decided about them there. */
@Service
class HospitalApps {

    private static final int MOST = 200;

    private final StaffSession session;
    private final RegisteredApps apps;
    private final AppsToJudge lists;
    private final AppDecisions decisions;
    private final AppJudgement judgement;
    private final DeveloperContact developers;
    private final Notices notices;
    private final PolicyBook policies;
    private final TransactionTemplate transaction;

    HospitalApps(
            StaffSession session,
            RegisteredApps apps,
            AppsToJudge lists,
            AppDecisions decisions,
            AppJudgement judgement,
            DeveloperContact developers,
            Notices notices,
            PolicyBook policies,
            TransactionTemplate transaction) {
        this.session = session;
        this.apps = apps;
        this.lists = lists;
        this.decisions = decisions;
        this.judgement = judgement;
        this.developers = developers;
        this.notices = notices;
        this.policies = policies;
        this.transaction = transaction;
    }

    /** An app and how the own hospital stands to it. */
    public record View(RegisteredApp app, AppState state) {

        /** Whether the administrator can decide this now. */
        public boolean allows(String verdict) {
            return state.allows(Verdict.valueOf(verdict));
        }
    }

    /** Those that ask for a decision. */
    List<View> asking() {
        return views(lists.waitingFor(session.hospital(), MOST));
    }

    /** Those that the own hospital decided about. An app that neither asks nor was decided about is nobody's business. */
    List<View> decided() {
        return views(lists.decidedBy(session.hospital(), MOST)).stream()
                .filter(view -> view.state() != AppState.ASKED)
                .toList();
    }

    private List<View> views(List<RegisteredApp> these) {
        Map<String, AppState> states = decisions.at(session.hospital(), these);
        return these.stream()
                .map(app -> new View(app, states.get(app.clientId())))
                .toList();
    }

    Optional<View> byId(String clientId) {
        return apps.byId(clientId)
                .map(this::view)
                .filter(view ->
                        view.state() == AppState.ASKED || !decided(view.app()).isEmpty());
    }

    List<AppDecision> decided(RegisteredApp app) {
        return decisions.of(session.hospital(), app.clientId());
    }

    String mailboxOf(RegisteredApp app) {
        return developers.mailboxOf(app.developer()).address();
    }

    /** Decides about the version that was on the page; the developer hears of it. */
    AppJudgement.Outcome decide(String clientId, int version, Verdict verdict, String reason) {
        return transaction.execute(status -> {
            AppJudgement.Outcome outcome =
                    judgement.decide(clientId, version, session.hospital(), verdict, reason, session.by());
            if (outcome instanceof AppJudgement.Outcome.Decided decided) {
                tell(decided.app(), verdict, reason);
            }
            return outcome;
        });
    }

    private void tell(RegisteredApp app, Verdict verdict, String reason) {
        DeveloperContact.Mailbox mailbox = developers.mailboxOf(app.developer());
        notices.send(
                new Contact.Mailbox(mailbox.address()),
                "app." + verdict.word(),
                mailbox.language(),
                app.facts().name(),
                policies.require(session.hospital()).name(),
                reason);
    }

    private View view(RegisteredApp app) {
        return new View(app, decisions.at(session.hospital(), app));
    }
}
