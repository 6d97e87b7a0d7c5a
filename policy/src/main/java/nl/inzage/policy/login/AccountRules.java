package nl.inzage.policy.login;

/** What one hospital decided about accounts: how people get one, get in, and get back in. */
public record AccountRules(
        LoginRules login,
        EnrolmentRules enrolment,
        ActivationRules activation,
        LockoutRules lockout,
        RecoveryRules recovery,
        SessionRules session) {

    /** The same for the hospital's own staff: they never have the softer ways back in. */
    public AccountRules forStaff() {
        return new AccountRules(login, enrolment, activation, lockout.forStaff(), recovery, session);
    }
}
