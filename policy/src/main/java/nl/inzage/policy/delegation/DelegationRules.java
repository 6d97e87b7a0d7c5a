package nl.inzage.policy.delegation;

import java.util.Optional;
import java.util.Set;

/**
 * What one hospital decided about delegates, "gemachtigden" (F49 to F53).
 *
 * @param offered whether there are any
 * @param registration how one is registered
 * @param kinds who can be one
 * @param atTwelve what changes at the patient's twelfth birthday
 * @param stopsAt the age of the patient at which it ends, or nothing
 * @param rights what a delegate can do
 * @param withdrawal how it is withdrawn
 * @param afterDeath what happens to it when the patient dies
 */
public record DelegationRules(
        boolean offered,
        RegistrationRules registration,
        Set<DelegateKind> kinds,
        AtTwelve atTwelve,
        Optional<Integer> stopsAt,
        RightsPreset rights,
        Withdrawal withdrawal,
        AfterDeath afterDeath) {

    public DelegationRules {
        kinds = Set.copyOf(kinds);
    }

    /** What changes at the patient's twelfth birthday. */
    public enum AtTwelve {
        /** Nothing. */
        CONTINUES,
        /** The delegate can do less. */
        RIGHTS_SHRINK,
        /** The child must agree. */
        NEEDS_CONSENT
    }

    /** What a delegate can do. */
    public enum RightsPreset {
        SAME_AS_PATIENT,
        LIMITED
    }

    /** How a delegation is withdrawn. */
    public enum Withdrawal {
        /** By the patient in the portal; it ends at once. */
        AT_ONCE,
        AT_DESK
    }

    /** What happens when the patient dies; there is one lawful answer. */
    public enum AfterDeath {
        /** Account and delegations stop: relatives have no right to look. */
        INACTIVE
    }
}
