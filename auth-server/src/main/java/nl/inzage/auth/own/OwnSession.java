package nl.inzage.auth.own;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.session.LoggedIn;
import nl.inzage.auth.session.Login;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who looks at the own account, and whether the login is fresh enough to change something (step-up). */
@Component
class OwnSession {

    /** How old a login may be that changes how the person gets in. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private static final String CHANGE = "contactChange";

    private final Accounts accounts;
    private final Clock clock;

    OwnSession(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    Account account() {
        return accounts.byId(login().account()).orElseThrow();
    }

    Login login() {
        return ((LoggedIn) SecurityContextHolder.getContext().getAuthentication()).getPrincipal();
    }

    boolean isFresh() {
        return !login().at().plus(FRESH).isBefore(clock.instant());
    }

    /** Keeps a phone or mailbox for this account until the code that was sent there comes back, and names that code. */
    UUID begin(HttpServletRequest request, Contact contact) {
        UUID id = UUID.randomUUID();
        String value = contact instanceof Contact.Phone phone
                ? "phone " + phone.number()
                : "mailbox " + ((Contact.Mailbox) contact).address();
        request.getSession().setAttribute(CHANGE, login().account() + " " + id + " " + value);
        return id;
    }

    /** What waits for its code; not what somebody else began in this browser. */
    Optional<Pending> pending(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getSession().getAttribute(CHANGE))
                .map(text -> text.split(" ", 4))
                .filter(parts -> parts[0].equals(login().account().toString()))
                .map(parts -> new Pending(
                        UUID.fromString(parts[1]),
                        parts[2].equals("phone") ? new Contact.Phone(parts[3]) : new Contact.Mailbox(parts[3])));
    }

    void end(HttpServletRequest request) {
        request.getSession().removeAttribute(CHANGE);
    }

    /** A new phone or mailbox, and the code that was sent there. */
    record Pending(UUID code, Contact contact) {}
}
