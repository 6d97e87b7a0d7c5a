package nl.inzage.auth.desk;

import java.util.Optional;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.event.AccountEvent;
import nl.inzage.auth.event.AccountEvents;
import nl.inzage.auth.event.Act;
import nl.inzage.auth.session.Login;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.login.Identification;
import org.springframework.stereotype.Component;

/** Writes down what an employee does: who, what, whom, when and why. */
@Component
class DeskEvents {

    private final AccountEvents events;
    private final DeskSession desk;

    DeskEvents(AccountEvents events, DeskSession desk) {
        this.events = events;
        this.desk = desk;
    }

    /** That patients were looked for, and how many were shown; it concerns none of them yet. */
    void searched(String reason, int found) {
        record(Act.PATIENT_SEARCHED, Optional.empty(), Optional.empty(), Optional.empty(), reason, Optional.of(found));
    }

    void unblockedColleague(Account colleague, String reason) {
        record(Act.UNBLOCKED, Optional.of(colleague), Optional.empty(), Optional.empty(), reason, Optional.empty());
    }

    /** Something for which nobody has to prove who he or she is. */
    void record(Act act, DeskVisit visit, Optional<Account> account) {
        record(act, account, Optional.of(visit.patient()), Optional.empty(), visit.reason(), Optional.empty());
    }

    /** What was done to the account of somebody who was identified, if there was one. */
    void record(Act act, IdentifiedPatient patient) {
        record(act, patient, patient.view().account());
    }

    /** What was done for somebody who was identified. */
    void record(Act act, IdentifiedPatient patient, Optional<Account> account) {
        DeskVisit visit = patient.visit();
        record(act, account, Optional.of(visit.patient()), Optional.of(patient.by()), visit.reason(), Optional.empty());
    }

    private void record(
            Act act,
            Optional<Account> account,
            Optional<String> patient,
            Optional<Identification> seen,
            String reason,
            Optional<Integer> found) {
        Login employee = desk.employee();
        events.record(new AccountEvent(
                new HospitalId(employee.hospital()),
                act,
                account.map(Account::id),
                patient,
                Optional.of(employee.account()),
                seen,
                Optional.of(reason),
                found));
    }
}
