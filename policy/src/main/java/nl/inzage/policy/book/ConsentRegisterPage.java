package nl.inzage.policy.book;

import nl.inzage.policy.consent.ChildConsentRules;
import nl.inzage.policy.consent.NationalConsentRules;
import nl.inzage.policy.login.LoginMethod;
import nl.inzage.policy.notification.NotificationRules;

/** Reads what the national consent register says; its file leaves nothing to a default. */
final class ConsentRegisterPage {

    private final PolicyPage page;

    ConsentRegisterPage(PolicyPage page) {
        this.page = page;
    }

    NationalConsentRules read() {
        NationalConsentRules rules = new NationalConsentRules(
                page.get("login.methods", Shapes.someOf(LoginMethod.class)),
                page.get("email.verified", Shapes.flag()),
                page.get("consent.options", Shapes.someOf(NationalConsentRules.Option.class)),
                page.get("consent.selectedBy", Shapes.someOf(NationalConsentRules.SelectedBy.class)),
                page.get("consent.refinable", Shapes.flag()),
                children(),
                new NotificationRules(
                        page.get("notify.channels", Shapes.choices(NotificationRules.Channel.class)),
                        page.get("notify.perType", Shapes.flag()),
                        page.get("notify.contentFree", Shapes.flag())),
                page.get("consent.withoutChoice", Shapes.choice(NationalConsentRules.WithoutChoice.class)));
        page.requireNothingElse();
        return rules;
    }

    private ChildConsentRules children() {
        return new ChildConsentRules(
                page.get("children.parentRecordsUnder", Shapes.number(0, 18)),
                page.get("children.selfFrom", Shapes.number(0, 18)),
                page.get("children.parentConfirmsUnder", Shapes.number(0, 18)),
                new ChildConsentRules.LinkCode(
                        page.get("linkCode.length", Shapes.number(6, 32)),
                        page.get("linkCode.uses", Shapes.number(1, 1)),
                        page.get("linkCode.validHours", Shapes.hours(1, 168))));
    }
}
