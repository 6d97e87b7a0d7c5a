package nl.inzage.auth.lockout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import nl.inzage.auth.account.Username;
import nl.inzage.policy.login.LockoutCause;
import nl.inzage.policy.login.LockoutOutcome;
import nl.inzage.policy.login.LockoutRules;
import nl.inzage.policy.login.RecoveryRules;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps count of failures and of what they led to, by the user name as typed, whether or not it exists. What is typed counts
 * as wrong until it proves right, so that parallel guesses gain nothing. What follows is the hospital's to say.
 */
@Service
public class Lockouts {

    private final LockoutRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Lockouts(LockoutRows rows, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Counts a password that is about to be judged. */
    public PasswordTry begin(Username username, LockoutRules rules) {
        return transaction.execute(status -> {
            LockoutRow row = rows.lock(username, now());
            Optional<LockoutOutcome> standing = row.standing(rules.unlockedBy(), now());
            if (standing.isPresent()) {
                return new PasswordTry.NotNow(standing.get());
            }
            int failures = row.failures().passwords() + 1;
            LockoutOutcome outcome = rules.after(LockoutCause.PASSWORD, failures);
            rows.write(row.withPasswordFailures(failures).then(outcome, LockoutRow.PASSWORD, now()), now());
            return new PasswordTry.Counted(outcome);
        });
    }

    /** The password was right: it did not fail, nor did those before it fail in a row with the next. */
    public void passedPassword(Username username) {
        transaction.executeWithoutResult(status -> {
            LockoutRow row = rows.lock(username, now());
            rows.write(row.withoutPasswordFailures(now()), now());
        });
    }

    /** What stands in the way of a code now: for words on a page only, as it can change until the code is judged. */
    public Optional<LockoutOutcome> standing(Username username, LockoutRules rules) {
        return rows.find(username).flatMap(row -> row.standing(rules.unlockedBy(), now()));
    }

    /** Whether only a person of the hospital can let this one in again, by whichever way. */
    public boolean isBlocked(Username username) {
        return rows.find(username).filter(row -> row.block().isPresent()).isPresent();
    }

    /** Whether no password is judged until there is another one; the account itself is not blocked. */
    public boolean isPasswordBlocked(Username username) {
        return rows.find(username)
                .filter(row -> row.passwordBlockedAt().isPresent())
                .isPresent();
    }

    /** Counts a code, of whatever second step, that is about to be judged. */
    public PasswordTry beginCode(Username username, LockoutRules rules) {
        return beginCode(username, rules, row -> row.standing(rules.unlockedBy(), now()));
    }

    /** Counts a code for a new password. A blocked password does not stand in its way: it is the way out of that. */
    public PasswordTry beginRecoveryCode(Username username, LockoutRules rules) {
        return beginCode(username, rules, row -> row.standingForCodes(rules.unlockedBy(), now()));
    }

    private PasswordTry beginCode(
            Username username, LockoutRules rules, Function<LockoutRow, Optional<LockoutOutcome>> standing) {
        return transaction.execute(status -> {
            LockoutRow row = rows.lock(username, now());
            Optional<LockoutOutcome> inTheWay = standing.apply(row);
            if (inTheWay.isPresent()) {
                return new PasswordTry.NotNow(inTheWay.get());
            }
            int failures = row.failures().codes() + 1;
            LockoutOutcome outcome = rules.after(LockoutCause.SMS_CODE, failures);
            rows.write(row.withCodeFailures(failures).then(outcome, LockoutRow.CODE, now()), now());
            return new PasswordTry.Counted(outcome);
        });
    }

    /** The code was right: nothing follows from it, and those before it did not fail in a row with the next. */
    public void passedCode(Username username, PasswordTry.Counted counted) {
        undoCode(username, counted, row -> 0);
    }

    /** The code was too old to be judged: it did not fail. */
    public void withdrawCode(Username username, PasswordTry.Counted counted) {
        undoCode(username, counted, row -> Math.max(0, row.failures().codes() - 1));
    }

    private void undoCode(Username username, PasswordTry.Counted counted, ToIntFunction<LockoutRow> failuresLeft) {
        transaction.executeWithoutResult(status -> {
            LockoutRow row = rows.lock(username, now());
            rows.write(row.withoutCode(failuresLeft.applyAsInt(row), counted.ifWrong(), now()), now());
        });
    }

    /**
     * Counts an answer to the security question that is about to be judged, or says what stands in its way. A blocked
     * password does not: the answer is the way out of that.
     */
    public PasswordTry beginAnswer(Username username, RecoveryRules rules, LockoutRules lockout) {
        return transaction.execute(status -> {
            LockoutRow row = rows.lock(username, now());
            if (row.block().isPresent()) {
                return new PasswordTry.NotNow(new LockoutOutcome.AccountBlocked(lockout.unlockedBy()));
            }
            int failures = row.failures().answers() + 1;
            LockoutOutcome outcome = rules.afterWrongAnswer(failures, lockout.unlockedBy());
            rows.write(row.withAnswerFailures(failures).then(outcome, LockoutRow.ANSWER, now()), now());
            return new PasswordTry.Counted(outcome);
        });
    }

    /** The answer was right. */
    public void passedAnswer(Username username) {
        transaction.executeWithoutResult(status -> {
            LockoutRow row = rows.lock(username, now());
            rows.write(row.withoutAnswerFailures(), now());
        });
    }

    /** Whether one more code may be sent: five a day, unless a login succeeds in between. It counts as sent then. */
    public boolean mayGetCode(Username username) {
        return rows.countCode(username, now());
    }

    /** The code was not sent after all. */
    public void giveCodeBack(Username username) {
        rows.giveCodeBack(username);
    }

    /** The person is in: nothing counts any more; a block that was there stays, also of a password that was not used. */
    public void forget(Username username) {
        rows.removeUnlessBlocked(username);
    }

    /** An employee lifted the block, or the person chose a new password while only that was blocked. */
    public void lift(Username username) {
        rows.remove(username);
    }

    /**
     * Whether nothing blocks an account that is to get another user name. What is counted for both names is held until the
     * transaction ends, so that no block comes in between.
     */
    public boolean holdForRename(Username from, Username to) {
        // In one order, as another renaming may go the other way.
        List<Username> names = Stream.of(from, to)
                .sorted(Comparator.comparing(Username::value))
                .toList();
        names.forEach(name -> rows.lock(name, now()));
        LockoutRow row = rows.lock(from, now());
        return row.block().isEmpty() && row.passwordBlockedAt().isEmpty();
    }

    /** Failures go along with the account; those of the new name, when nobody had it, are nobody's. */
    public void rename(Username from, Username to) {
        rows.move(from, to);
    }

    /** An employee gave another password to the person in sight: it is judged, unless the account itself is blocked. */
    public void liftPassword(Username username) {
        transaction.executeWithoutResult(status -> {
            LockoutRow row = rows.lock(username, now());
            rows.write(row.withoutPasswordBlock(now()), now());
        });
    }

    /** The database rounds to microseconds: an instant that came back could otherwise be later than now. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The minutes that somebody still has to wait, counted up. */
    public static long minutes(Duration time) {
        return Math.max(1, (time.toSeconds() + 59) / 60);
    }
}
