package nl.inzage.auth.support;

/** How often something is written down of an account. */
public record WrittenActs(RunningServer server) {

    /** Done by the person, or by what the person did. */
    public int own(String username, String act) {
        return server.count("account_event e join account a on a.id = e.account_id where a.username = '" + username
                + "' and e.act = '" + act + "' and e.by_account is null");
    }

    /** Done by an employee for a patient, for the reason that was given when the patient was opened. */
    public int byEmployee(StubPatient patient, String act, People employee) {
        return server.count("account_event e join account b on b.id = e.by_account where e.patient = '" + patient.id()
                + "' and e.act = '" + act + "' and b.username = '" + employee.username()
                + "' and e.reason = 'Staat aan de balie'");
    }
}
