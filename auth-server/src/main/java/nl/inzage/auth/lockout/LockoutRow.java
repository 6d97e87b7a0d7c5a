package nl.inzage.auth.lockout;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.inzage.policy.login.LockoutOutcome;
import nl.inzage.policy.login.UnlockedBy;

/** What the database knows about one user name: failures in a row, by cause, and what they led to. */
record LockoutRow(
        String key, Failures failures, Waits waits, Optional<Instant> passwordBlockedAt, Optional<Block> block) {

    static final String PASSWORD = "password";
    static final String CODE = "sms_code";
    static final String ANSWER = "answer";

    /** Failures in a row, each cause by itself. */
    record Failures(int passwords, int codes, int answers) {}

    /** Until when nothing is judged, because of wrong passwords and because of wrong codes. */
    record Waits(Instant passwords, Instant codes) {

        Instant end() {
            return passwords.isAfter(codes) ? passwords : codes;
        }
    }

    /** A block of the account and its cause. */
    record Block(Instant at, String because) {}

    /** What stands in the way now, the hardest first. */
    Optional<LockoutOutcome> standing(UnlockedBy unlockedBy, Instant now) {
        if (block.isPresent()) {
            return Optional.of(new LockoutOutcome.AccountBlocked(unlockedBy));
        }
        if (passwordBlockedAt.isPresent()) {
            return Optional.of(new LockoutOutcome.PasswordBlocked());
        }
        return now.isBefore(waits.end())
                ? Optional.of(new LockoutOutcome.Wait(Duration.between(now, waits.end())))
                : Optional.empty();
    }

    /** What stands in the way of a code for a new password: not what wrong passwords led to. */
    Optional<LockoutOutcome> standingForCodes(UnlockedBy unlockedBy, Instant now) {
        LockoutRow codesOnly = new LockoutRow(key, failures, new Waits(now, waits.codes()), Optional.empty(), block);
        return codesOnly.standing(unlockedBy, now);
    }

    LockoutRow withPasswordFailures(int count) {
        return with(new Failures(count, failures.codes(), failures.answers()));
    }

    LockoutRow withCodeFailures(int count) {
        return with(new Failures(failures.passwords(), count, failures.answers()));
    }

    LockoutRow withAnswerFailures(int count) {
        return with(new Failures(failures.passwords(), failures.codes(), count));
    }

    /** What follows from a failure. */
    LockoutRow then(LockoutOutcome outcome, String because, Instant now) {
        if (outcome instanceof LockoutOutcome.Wait wait) {
            Instant end = now.plus(wait.delay());
            return with(because.equals(CODE) ? new Waits(waits.passwords(), end) : new Waits(end, waits.codes()));
        }
        if (outcome instanceof LockoutOutcome.PasswordBlocked) {
            return new LockoutRow(key, failures, waits, Optional.of(now), block);
        }
        return outcome instanceof LockoutOutcome.AccountBlocked ? with(Optional.of(new Block(now, because))) : this;
    }

    /** As before wrong passwords; a wait or block for another cause stays. */
    LockoutRow withoutPasswordFailures(Instant now) {
        LockoutRow forgotten = withPasswordFailures(0).with(new Waits(now, waits.codes()));
        return new LockoutRow(key, forgotten.failures, forgotten.waits, Optional.empty(), blockNotBecause(PASSWORD));
    }

    /** As before wrong passwords, and the password is judged again; a block of the account stays, whatever its cause. */
    LockoutRow withoutPasswordBlock(Instant now) {
        LockoutRow forgotten = withPasswordFailures(0).with(new Waits(now, waits.codes()));
        return new LockoutRow(key, forgotten.failures, forgotten.waits, Optional.empty(), block);
    }

    /** As before this one code, which was not wrong: what would have followed from it is lifted, and nothing else. */
    LockoutRow withoutCode(int failuresLeft, LockoutOutcome ifWrong, Instant now) {
        LockoutRow left = withCodeFailures(failuresLeft);
        if (ifWrong instanceof LockoutOutcome.Wait) {
            return left.with(new Waits(waits.passwords(), now));
        }
        return ifWrong instanceof LockoutOutcome.AccountBlocked ? left.with(blockNotBecause(CODE)) : left;
    }

    /** As before wrong answers; a block for another cause stays. */
    LockoutRow withoutAnswerFailures() {
        return withAnswerFailures(0).with(blockNotBecause(ANSWER));
    }

    private Optional<Block> blockNotBecause(String cause) {
        return block.filter(each -> !each.because().equals(cause));
    }

    private LockoutRow with(Failures other) {
        return new LockoutRow(key, other, waits, passwordBlockedAt, block);
    }

    private LockoutRow with(Waits other) {
        return new LockoutRow(key, failures, other, passwordBlockedAt, block);
    }

    private LockoutRow with(Optional<Block> other) {
        return new LockoutRow(key, failures, waits, passwordBlockedAt, other);
    }
}
