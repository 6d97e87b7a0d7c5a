package nl.inzage.auth.registration;

import java.util.Locale;
import java.util.Optional;

/** How a hospital stands to an app as it is now. */
public enum AppState {
    /** Only accounts of nobody real can use it, as in all states but {@link #APPROVED}. */
    SANDBOX,
    ASKED,
    APPROVED,
    REFUSED,
    STOPPED,
    WITHDRAWN;

    /** The state that follows from the newest decision of a hospital; one about another version decides nothing. */
    static AppState of(RegisteredApp app, Optional<AppDecision> newest) {
        if (app.withdrawn()) {
            return WITHDRAWN;
        }
        return newest.filter(decision -> decision.version() == app.version())
                .map(decision -> valueOf(decision.verdict().name()))
                .orElse(app.asked() ? ASKED : SANDBOX);
    }

    /** Whether the hospital can decide this now. */
    public boolean allows(Verdict verdict) {
        return switch (this) {
            case ASKED -> verdict != Verdict.STOPPED;
            case APPROVED -> verdict == Verdict.STOPPED;
            case REFUSED, STOPPED -> verdict == Verdict.APPROVED;
            case SANDBOX, WITHDRAWN -> false;
        };
    }

    /** The last part of message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
