package nl.inzage.policy.book;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import nl.inzage.policy.login.AccountRules;
import nl.inzage.policy.login.ActivationRules;
import nl.inzage.policy.login.DigidLevel;
import nl.inzage.policy.login.DigidRules;
import nl.inzage.policy.login.EmailRule;
import nl.inzage.policy.login.EnrolmentChannel;
import nl.inzage.policy.login.EnrolmentRules;
import nl.inzage.policy.login.IdentityDocument;
import nl.inzage.policy.login.LockoutCause;
import nl.inzage.policy.login.LockoutMode;
import nl.inzage.policy.login.LockoutRules;
import nl.inzage.policy.login.LoginMethod;
import nl.inzage.policy.login.LoginRules;
import nl.inzage.policy.login.PhoneRule;
import nl.inzage.policy.login.RecoveryRules;
import nl.inzage.policy.login.SessionRules;
import nl.inzage.policy.login.UnlockedBy;
import nl.inzage.policy.login.UsernameChange;

/** Reads what a hospital says about accounts. */
final class AccountPages {

    private final PolicyPage page;

    AccountPages(PolicyPage page) {
        this.page = page;
    }

    AccountRules read() {
        return new AccountRules(login(), enrolment(), activation(), lockout(), recovery(), session());
    }

    private LoginRules login() {
        return new LoginRules(
                page.get("login.methods", Shapes.someOf(LoginMethod.class)),
                new DigidRules(
                        page.get("digid.minLevel", Shapes.choice(DigidLevel.class)),
                        page.get("digid.selfEnrol", Shapes.flag()),
                        page.get("digid.requireVerifiedBsn", Shapes.flag())),
                page.get("account.minAge", Shapes.number(0, 18)),
                page.get("phone.rule", Shapes.choice(PhoneRule.class)),
                page.get("email.required", Shapes.choice(EmailRule.class)),
                page.get("username.changedBy", Shapes.choice(UsernameChange.class)));
    }

    private EnrolmentRules enrolment() {
        return new EnrolmentRules(
                page.get("enrol.channels", Shapes.someOf(EnrolmentChannel.class)),
                page.get("enrol.signedConsent", Shapes.flag()),
                page.get("enrol.credentialsByMailWorkdays", Shapes.orNone(CareShapes.workingDays())),
                page.get("id.accepted", Shapes.someOf(IdentityDocument.class)));
    }

    private ActivationRules activation() {
        ActivationRules rules = new ActivationRules(
                page.get("activation.validDays", Shapes.days(90)),
                page.get("activation.form", Shapes.choice(ActivationRules.Form.class)),
                page.get("activation.length", Shapes.number(8, 32)),
                page.get("activation.reissue", Shapes.someOf(EnrolmentChannel.class)));
        page.require(!rules.valid().isZero(), "activation.validDays", "must be at least 1");
        return rules;
    }

    private LockoutRules lockout() {
        int delayFrom = page.get("lockout.delayFromFailure", Shapes.number(1, 20));
        int lockAt = page.get("lockout.lockAtFailure", Shapes.number(2, 20));
        List<Duration> delays = page.get("lockout.delayMinutes", Shapes.list(Shapes.minutes(1, 1440)));
        page.require(!delays.isEmpty(), "lockout.delayMinutes", "must hold at least one number");
        page.require(
                delays.equals(delays.stream().sorted(Comparator.naturalOrder()).toList()),
                "lockout.delayMinutes",
                "must never get shorter");
        return new LockoutRules(
                page.get("lockout.mode", Shapes.choice(LockoutMode.class)),
                delayFrom,
                delays,
                lockAt,
                page.get("lockout.scope", Shapes.someOf(LockoutCause.class)),
                page.get("lockout.passwordFirst", Shapes.flag()),
                page.get("lockout.alsoDigid", Shapes.flag()),
                page.get("lockout.unlockBy", Shapes.choice(UnlockedBy.class)),
                page.get("lockout.hintAfterFailures", Shapes.orNone(Shapes.number(1, 20))));
    }

    private RecoveryRules recovery() {
        return new RecoveryRules(
                page.get("recovery.password", Shapes.choice(RecoveryRules.PasswordRecovery.class)),
                page.get("recovery.answers", Shapes.number(1, 10)),
                page.get("recovery.username", Shapes.choice(RecoveryRules.UsernameRecovery.class)));
    }

    private SessionRules session() {
        return new SessionRules(page.get("session.idleMinutes", Shapes.minutes(1, 60)));
    }
}
