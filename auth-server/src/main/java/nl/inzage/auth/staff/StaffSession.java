package nl.inzage.auth.staff;

import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.session.LoggedIn;
import nl.inzage.auth.session.Login;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Which administrator is at work, and for whom: staff of the own hospital. */
@Component
class StaffSession {

    private final Accounts accounts;

    StaffSession(Accounts accounts) {
        this.accounts = accounts;
    }

    Login administrator() {
        return ((LoggedIn) SecurityContextHolder.getContext().getAuthentication()).getPrincipal();
    }

    HospitalId hospital() {
        return new HospitalId(administrator().hospital());
    }

    /** Somebody who works for the own hospital; patients, and staff of another hospital, are not there. */
    Optional<Account> member(String id) {
        return id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? accounts.byId(UUID.fromString(id))
                        .filter(account ->
                                account.kind().isStaff() && account.hospital().equals(hospital()))
                : Optional.empty();
    }

    boolean isOneself(Account account) {
        return account.id().equals(by());
    }

    /** Whether a number is the administrator's own: codes of a colleague's account must not come there. */
    boolean isOwnPhone(Optional<String> number) {
        return number.isPresent() && accounts.byId(by()).flatMap(Account::phone).equals(number);
    }

    UUID by() {
        return administrator().account();
    }
}
