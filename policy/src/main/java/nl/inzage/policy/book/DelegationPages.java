package nl.inzage.policy.book;

import nl.inzage.policy.delegation.DelegateKind;
import nl.inzage.policy.delegation.DelegationRules;
import nl.inzage.policy.delegation.RegistrationRules;

/** Reads what a hospital says about delegates. */
final class DelegationPages {

    private final PolicyPage page;

    DelegationPages(PolicyPage page) {
        this.page = page;
    }

    DelegationRules read() {
        return new DelegationRules(
                page.get("delegate.enabled", Shapes.flag()),
                new RegistrationRules(
                        page.get("delegate.register", Shapes.choice(RegistrationRules.Place.class)),
                        page.get("delegate.register.child", Shapes.choices(RegistrationRules.Proof.class)),
                        page.get("delegate.register.adult", Shapes.choices(RegistrationRules.Proof.class))),
                page.get("delegate.kinds", Shapes.someOf(DelegateKind.class)),
                page.get("delegate.atTwelve", Shapes.choice(DelegationRules.AtTwelve.class)),
                page.get("delegate.stopsAtAge", Shapes.orNone(Shapes.number(12, 18))),
                page.get("delegate.rights", Shapes.choice(DelegationRules.RightsPreset.class)),
                page.get("delegate.revoke", Shapes.choice(DelegationRules.Withdrawal.class)),
                page.get("delegate.afterDeath", Shapes.choice(DelegationRules.AfterDeath.class)));
    }
}
