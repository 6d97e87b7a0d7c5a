package nl.inzage.auth.staff;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.AccountKind;
import nl.inzage.auth.account.PersonIdentifier;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.contact.MobileNumber;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.page.LetterPage;
import nl.inzage.auth.person.DossierUnavailable;
import nl.inzage.auth.person.People;
import nl.inzage.auth.person.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Beheer": an account for somebody who comes to work for the hospital, and whom it knows as a Practitioner. */
@Controller
class NewStaffController {

    private static final Logger LOG = LoggerFactory.getLogger(NewStaffController.class);
    private static final String UZI = "http://fhir.nl/fhir/NamingSystem/uzi-nr-pers";

    private final StaffSession session;
    private final StaffActs acts;
    private final People people;
    private final LetterPage letters;

    NewStaffController(StaffSession session, StaffActs acts, People people, LetterPage letters) {
        this.session = session;
        this.acts = acts;
        this.people = people;
        this.letters = letters;
    }

    @GetMapping("/beheer/nieuw")
    String form(Model model) {
        return page(Map.of(), new FormErrors(), model);
    }

    @PostMapping("/beheer/nieuw")
    String add(@RequestParam Map<String, String> typed, Model model) {
        Username username = new Username(typed.getOrDefault("username", ""));
        Optional<AccountKind> role =
                AccountKind.ofWord(typed.getOrDefault("role", "")).filter(AccountKind::isStaff);
        String number = typed.getOrDefault("number", "").strip();
        Optional<String> phone = MobileNumber.read(typed.getOrDefault("phone", ""));
        Reason reason = Reason.typed(typed);
        FormErrors errors = new FormErrors()
                .addIf(!number.matches("[0-9]{9}"), "number", "staff.number.form")
                .addIf(role.isEmpty(), "role", "staff.role.missing")
                .addIf(!username.fits(), "username", "activate.username.form")
                .addIf(phone.isEmpty(), "phone", "staff.phone.form")
                .addIf(session.isOwnPhone(phone), "phone", "staff.phone.own")
                .addIf(!reason.fits(), "reason", "staff.reason.missing");
        if (errors.any()) {
            return page(typed, errors, model);
        }
        Account account = new Account(
                UUID.randomUUID(),
                username.value(),
                acts.nobodysPassword(),
                phone,
                Optional.empty(),
                Optional.empty(),
                role.orElseThrow(),
                session.hospital(),
                new PersonIdentifier(UZI, number),
                Locale.forLanguageTag("en".equals(typed.get("language")) ? "en" : "nl"),
                false,
                Optional.empty());
        try {
            Optional<Person> known = people.employee(account);
            return known.isPresent()
                    ? add(account.of(known.get().fhirId()), known.get().name(), reason, typed, model)
                    : page(typed, new FormErrors().add("number", "staff.number.unknown"), model);
        } catch (DossierUnavailable e) {
            LOG.error("An administrator cannot add somebody", e);
            return page(typed, new FormErrors().add("number", "desk.unavailable"), model);
        }
    }

    private String add(Account account, String name, Reason reason, Map<String, String> typed, Model model) {
        StaffActs.Added added = acts.add(account, reason.text());
        if (added instanceof StaffActs.Added.Made made) {
            model.addAttribute("back", "/beheer");
            return letters.password(
                    name,
                    account.username(),
                    made.issued().password(),
                    made.issued().until(),
                    model);
        }
        if (added instanceof StaffActs.Added.HasOne one) {
            // The browser's reload and a double click send a form again: the letter may not have been seen.
            return one.account().username().equals(account.username())
                    ? "redirect:/beheer/medewerker?melding=gemaakt&id="
                            + one.account().id()
                    : page(typed, new FormErrors().add("number", "staff.number.taken"), model);
        }
        return page(typed, new FormErrors().add("username", "activate.username.taken"), model);
    }

    private static String page(Map<String, String> typed, FormErrors errors, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute(
                "roles", AccountKind.staff().stream().map(AccountKind::word).toList());
        errors.show(model);
        return "beheer-nieuw";
    }
}
