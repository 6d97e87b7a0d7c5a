package nl.inzage.auth.desk;

import java.util.Optional;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.lockout.Lockouts;
import nl.inzage.auth.session.Login;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lifts the block of somebody else who works for the same hospital; the act and the record of it are one. */
@Service
class ColleagueUnblocking {

    private final Accounts accounts;
    private final Lockouts lockouts;
    private final DeskEvents events;
    private final DeskSession desk;
    private final TransactionTemplate transaction;

    ColleagueUnblocking(
            Accounts accounts,
            Lockouts lockouts,
            DeskEvents events,
            DeskSession desk,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.lockouts = lockouts;
        this.events = events;
        this.desk = desk;
        this.transaction = transaction;
    }

    /** Lifts the block and says whether there was one of a colleague with this name. */
    boolean lift(String typed, String reason) {
        Username username = new Username(typed);
        Optional<Account> colleague =
                accounts.byUsername(username).filter(this::isColleague).filter(known -> lockouts.isBlocked(username));
        colleague.ifPresent(known -> transaction.executeWithoutResult(status -> {
            lockouts.lift(username);
            events.unblockedColleague(known, reason);
        }));
        return colleague.isPresent();
    }

    private boolean isColleague(Account account) {
        Login employee = desk.employee();
        return account.kind().isStaff()
                && !account.closed()
                && account.hospital().value().equals(employee.hospital())
                && !account.id().equals(employee.account());
    }
}
