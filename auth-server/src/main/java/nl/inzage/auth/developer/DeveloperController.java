package nl.inzage.auth.developer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.inzage.auth.contact.EmailAddress;
import nl.inzage.auth.page.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of developers: the way in, by a link that is mailed. */
@Controller
class DeveloperController {

    static final String START = "redirect:/ontwikkelaars";

    private static final Map<String, String> NOTICES =
            Map.of("verlopen", "developer.notice.expired", "ingetrokken", "developer.notice.withdrawn");

    private final DeveloperSession session;
    private final DeveloperLinks links;
    private final DeveloperMail mail;
    private final Developers developers;
    private final AppPages pages;

    DeveloperController(
            DeveloperSession session, DeveloperLinks links, DeveloperMail mail, Developers developers, AppPages pages) {
        this.session = session;
        this.links = links;
        this.mail = mail;
        this.developers = developers;
        this.pages = pages;
    }

    @GetMapping("/ontwikkelaars")
    String begin(@RequestParam(defaultValue = "") String melding, HttpServletRequest request, Model model) {
        Optional.ofNullable(NOTICES.get(melding)).ifPresent(notice -> model.addAttribute("notice", notice));
        return session.developer(request)
                .map(developer -> pages.list(developer, model))
                .orElseGet(() -> page("", new FormErrors(), model));
    }

    @PostMapping("/ontwikkelaars")
    String ask(@RequestParam(defaultValue = "") String email, Locale language, Model model) {
        Optional<String> address = EmailAddress.read(email);
        if (address.isEmpty()) {
            return page(email, new FormErrors().add("email", "developer.email.form"), model);
        }
        mail.send(address.get(), language);
        model.addAttribute("notice", "developer.notice.sent");
        return page("", new FormErrors(), model);
    }

    /** Only shows whose link it is: programs follow links in mail, and press no button. */
    @GetMapping("/ontwikkelaars/link")
    String show(@RequestParam(defaultValue = "") String link, Model model) {
        Optional<DeveloperLinks.Mailbox> mailbox = links.look(link);
        model.addAttribute("email", mailbox.map(DeveloperLinks.Mailbox::email).orElse(null));
        model.addAttribute("link", link);
        return mailbox.isPresent() ? "ontwikkelaars-link" : START + "?melding=verlopen";
    }

    @PostMapping("/ontwikkelaars/link")
    String redeem(@RequestParam(defaultValue = "") String link, HttpServletRequest request) {
        Optional<DeveloperLinks.Mailbox> mailbox = links.redeem(link);
        if (mailbox.isEmpty()) {
            return START + "?melding=verlopen";
        }
        session.begin(
                request,
                developers.ofMailbox(mailbox.get().email(), mailbox.get().language()));
        return START;
    }

    @PostMapping("/ontwikkelaars/uitloggen")
    String leave(HttpServletRequest request) {
        session.end(request);
        return START;
    }

    private static String page(String email, FormErrors errors, Model model) {
        model.addAttribute("email", email);
        errors.show(model);
        return "ontwikkelaars";
    }
}
