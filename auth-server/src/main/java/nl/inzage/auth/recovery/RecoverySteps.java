package nl.inzage.auth.recovery;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.AccountKind;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.Passwords;
import nl.inzage.auth.account.RulesInForce;
import nl.inzage.auth.account.SecurityQuestions;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.event.AccountEvents;
import nl.inzage.auth.event.Act;
import nl.inzage.auth.lockout.Lockouts;
import nl.inzage.auth.lockout.PasswordTry;
import nl.inzage.policy.login.AccountRules;
import nl.inzage.policy.login.LockoutOutcome;
import nl.inzage.policy.login.RecoveryRules.PasswordRecovery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The security question (F16): birth date and answer, then a code by SMS. Nothing tells whether the user name exists. */
@Service
class RecoverySteps {

    private static final Duration LIFE = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final RulesInForce rules;
    private final Lockouts lockouts;
    private final SecurityQuestions questions;
    private final Passwords passwords;
    private final AccountEvents events;
    private final JdbcClient database;
    private final Clock clock;

    RecoverySteps(
            Accounts accounts,
            RulesInForce rules,
            Lockouts lockouts,
            SecurityQuestions questions,
            Passwords passwords,
            AccountEvents events,
            JdbcClient database,
            Clock clock) {
        this.accounts = accounts;
        this.rules = rules;
        this.lockouts = lockouts;
        this.questions = questions;
        this.passwords = passwords;
        this.events = events;
        this.database = database;
        this.clock = clock;
    }

    /** What became of an answer. */
    sealed interface Verdict {

        /** Right: the code by SMS comes next. */
        record Right(UUID recovery, Account account) implements Verdict {}

        /** Not right, and what follows from that. */
        record Wrong(LockoutOutcome then) implements Verdict {}
    }

    /** Whether this user name is one that answers a security question. */
    boolean asksQuestion(Username username) {
        return rules.recovery(username, accounts.byUsername(username)) == PasswordRecovery.SECURITY_QUESTION;
    }

    String question(Username username) {
        return questions.question(username, accounts.byUsername(username));
    }

    /**
     * Judges an answer, which counts before it is judged.
     *
     * @throws IllegalArgumentException for a name that answers no question: nobody may be blocked by one there
     */
    Verdict answer(Username username, String born, String answer) {
        Optional<Account> account = accounts.byUsername(username);
        if (rules.recovery(username, account) != PasswordRecovery.SECURITY_QUESTION) {
            throw new IllegalArgumentException("No security question belongs to this user name");
        }
        AccountRules inForce = rules.of(username, account);
        PasswordTry counted = lockouts.beginAnswer(username, inForce.recovery(), inForce.lockout());
        if (counted instanceof PasswordTry.NotNow notNow) {
            return new Verdict.Wrong(notNow.because());
        }
        boolean answered = passwords.matchesHash(SecurityQuestions.comparable(answer), questions.answerHash(account));
        boolean right = answered
                && account.filter(known -> known.kind() == AccountKind.PATIENT
                                && !known.closed()
                                && known.phone().isPresent()
                                && known.birthDate().filter(born::equals).isPresent())
                        .isPresent();
        if (!right) {
            LockoutOutcome then = ((PasswordTry.Counted) counted).ifWrong();
            if (then instanceof LockoutOutcome.AccountBlocked) {
                events.recordIfKnown(account, Act.ACCOUNT_BLOCKED);
            }
            return new Verdict.Wrong(then);
        }
        lockouts.passedAnswer(username);
        return new Verdict.Right(begin(account.get()), account.get());
    }

    /** Whose recovery waits for a code. */
    Optional<Account> account(UUID recovery) {
        return database.sql("select account_id from recovery where id = :id and created_at > :past")
                .param("id", recovery)
                .param("past", Timestamp.from(clock.instant().minus(LIFE)))
                .query(UUID.class)
                .optional()
                .flatMap(accounts::byId);
    }

    private UUID begin(Account account) {
        UUID id = UUID.randomUUID();
        database.sql("delete from recovery where account_id = :account or created_at < :past")
                .param("account", account.id())
                .param("past", Timestamp.from(clock.instant().minus(LIFE)))
                .update();
        database.sql("insert into recovery values (:id, :account, :now)")
                .param("id", id)
                .param("account", account.id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }
}
