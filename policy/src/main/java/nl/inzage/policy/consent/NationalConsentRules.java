package nl.inzage.policy.consent;

import java.util.Set;
import nl.inzage.policy.login.LoginMethod;
import nl.inzage.policy.notification.NotificationRules;

/**
 * The national register in which people say whether care providers may make their data available, Mitz (F56 to F61).
 *
 * @param methods how one logs in
 * @param emailVerified whether the e-mail address must be confirmed
 * @param options what can be chosen
 * @param selectedBy what "certain providers" can mean
 * @param refinable whether an answer can be refined afterwards
 * @param children what holds for children
 * @param notifications how people hear of what providers did
 * @param withoutChoice what counts for who chose nothing
 */
public record NationalConsentRules(
        Set<LoginMethod> methods,
        boolean emailVerified,
        Set<Option> options,
        Set<SelectedBy> selectedBy,
        boolean refinable,
        ChildConsentRules children,
        NotificationRules notifications,
        WithoutChoice withoutChoice) {

    public NationalConsentRules {
        methods = Set.copyOf(methods);
        options = Set.copyOf(options);
        selectedBy = Set.copyOf(selectedBy);
    }

    /** An answer. */
    public enum Option {
        ALL,
        SELECTED,
        NONE
    }

    /** How providers are selected. */
    public enum SelectedBy {
        PROVIDER,
        CATEGORY
    }

    /** What counts for who chose nothing. */
    public enum WithoutChoice {
        NO_CONSENT,
        CONSENT
    }
}
