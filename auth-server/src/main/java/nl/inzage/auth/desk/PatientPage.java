package nl.inzage.auth.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.AccountKind;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.activation.Activations;
import nl.inzage.auth.lockout.Lockouts;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.person.DossierUnavailable;
import nl.inzage.auth.person.People;
import nl.inzage.auth.person.Person;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.login.AccountRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of one patient at the desk. The person is asked of the FHIR server anew each time. */
@Component
class PatientPage {

    private static final Logger LOG = LoggerFactory.getLogger(PatientPage.class);

    private final People people;
    private final Accounts accounts;
    private final Lockouts lockouts;
    private final Activations activations;
    private final CredentialsMail mail;
    private final PolicyBook policies;
    private final DeskSession desk;
    private final Clock clock;

    PatientPage(
            People people,
            Accounts accounts,
            Lockouts lockouts,
            Activations activations,
            CredentialsMail mail,
            PolicyBook policies,
            DeskSession desk,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.lockouts = lockouts;
        this.activations = activations;
        this.mail = mail;
        this.policies = policies;
        this.desk = desk;
        this.clock = clock;
    }

    /** Does something with the patient on the screen; a form of another patient's page does nothing. */
    String with(HttpServletRequest request, String patient, Function<PatientView, String> act) {
        if (desk.visit(request, patient).isEmpty()) {
            return "redirect:/balie?melding=ander";
        }
        return view(patient).map(act).orElse("redirect:/balie");
    }

    /** The patient of the own hospital with this id; nothing when there is none. */
    Optional<PatientView> view(String patient) {
        HospitalId hospital = new HospitalId(desk.employee().hospital());
        try {
            return people.patient(hospital, patient).map(person -> view(hospital, person));
        } catch (DossierUnavailable e) {
            LOG.error("A desk employee cannot open a patient", e);
            return Optional.empty();
        }
    }

    private PatientView view(HospitalId hospital, Person person) {
        Optional<Account> account = accounts.ofPatient(hospital, person.fhirId(), person.identifier());
        AccountRules rules = policies.require(hospital).account();
        boolean worksAtClinic = desk.employee().kind() == AccountKind.CLINIC_EMPLOYEE;
        return new PatientView(
                person,
                account,
                account.map(known -> new Username(known.username()))
                        .filter(lockouts::isBlocked)
                        .isPresent(),
                account.map(known -> new Username(known.username()))
                        .filter(lockouts::isPasswordBlocked)
                        .isPresent(),
                activations.liveUntil(hospital, person.fhirId()),
                activations.wasIssued(hospital, person.fhirId()),
                account.flatMap(known -> mail.plannedFor(known.id())),
                rules,
                rules.enrolment().seenBy(worksAtClinic),
                clock.instant());
    }

    String show(PatientView view, FormErrors errors, Model model) {
        model.addAttribute("view", view);
        errors.show(model);
        return "balie-patient";
    }
}
