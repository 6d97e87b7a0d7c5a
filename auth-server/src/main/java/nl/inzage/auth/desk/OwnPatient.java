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

    /**
     * Whether it may be.
     *
     * @throws DossierUnavailable when the FHIR server cannot be asked who the employee is
     */
    boolean mayBe(PatientView view) throws DossierUnavailable {
        Account employee = accounts.byId(desk.employee().account()).orElseThrow();
        Person patient = view.person();
        boolean sameNumber =
                !patient.identifier().value().isEmpty() && patient.identifier().equals(employee.identifier());
        boolean sameContact = same(employee.phone(), patient.mobile())
                || same(employee.phone(), view.account().flatMap(Account::phone))
                || same(employee.email(), patient.email())
                || same(employee.email(), view.account().flatMap(Account::email));
        return sameNumber
                || sameContact
                || people.employee(employee)
                        .filter(each -> each.looksLike(patient))
                        .isPresent();
    }

    private static boolean same(Optional<String> one, Optional<String> other) {
        return one.isPresent()
                && one.filter(each -> each.equalsIgnoreCase(other.orElse(""))).isPresent();
    }
}
