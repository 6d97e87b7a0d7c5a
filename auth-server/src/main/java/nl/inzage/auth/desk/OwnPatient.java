package nl.inzage.auth.desk;

import java.util.Optional;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.person.DossierUnavailable;
import nl.inzage.auth.person.People;
import nl.inzage.auth.person.Person;
import org.springframework.stereotype.Component;

/**
 * Whether a patient may be the employee who is looking: nobody works on the own account. A staff account does not say
 * whose dossier somebody has, so it goes by what both have in common. A relative with the same telephone counts as well:
 * a colleague can help that relative.
 */
@Component
class OwnPatient {

    private final People people;
    private final Accounts accounts;
    private final DeskSession desk;

    OwnPatient(People people, Accounts accounts, DeskSession desk) {
        this.people = people;
        this.accounts = accounts;
        this.desk = desk;
    }

    /** What can be said of it. */
    enum Answer {
        SOMEBODY_ELSE,
        MAY_BE_ONESELF,
        /** The hospital does not know the employee any more: there is nothing to compare. */
        UNKNOWN_EMPLOYEE
    }

    /**
     * Whether it may be.
     *
     * @throws DossierUnavailable when the FHIR server cannot be asked who the employee is
     */
    Answer of(PatientView view) throws DossierUnavailable {
        Account employee = accounts.byId(desk.employee().account()).orElseThrow();
        Person patient = view.person();
        boolean sameNumber =
                !patient.identifier().value().isEmpty() && patient.identifier().equals(employee.identifier());
        boolean sameContact = same(employee.phone(), patient.mobile())
                || same(employee.phone(), view.account().flatMap(Account::phone))
                || same(employee.email(), patient.email())
                || same(employee.email(), view.account().flatMap(Account::email));
        if (sameNumber || sameContact) {
            return Answer.MAY_BE_ONESELF;
        }
        return people.employee(employee)
                .map(each -> looksLike(each, patient) ? Answer.MAY_BE_ONESELF : Answer.SOMEBODY_ELSE)
                .orElse(Answer.UNKNOWN_EMPLOYEE);
    }

    /** By what the hospital has: the phone of the account can be changed by the employee. */
    private static boolean looksLike(Person employee, Person patient) {
        return employee.looksLike(patient)
                || same(employee.mobile(), patient.mobile())
                || same(employee.email(), patient.email());
    }

    private static boolean same(Optional<String> one, Optional<String> other) {
        return one.isPresent()
                && one.filter(each -> each.equalsIgnoreCase(other.orElse(""))).isPresent();
    }
}
