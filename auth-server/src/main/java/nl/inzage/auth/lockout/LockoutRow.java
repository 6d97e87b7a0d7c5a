package nl.inzage.auth.lockout;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.inzage.policy.login.LockoutOutcome;
import nl.inzage.policy.login.UnlockedBy;

/** What the database knows about one user name: failures in a row, by cause, and what they led to. */
record LockoutRow(
        String key,
        int passwordFailures,
        int codeFailures,
        int answerFailures,
        Instant notBefore,
        Optional<Instant> passwordBlockedAt,
        Optional<Instant> blockedAt,
        Optional<String> blockedBecause) {

    /** What stands in the way now, the hardest first. */
    Optional<LockoutOutcome> standing(UnlockedBy unlockedBy, Instant now) {
        if (blockedAt.isPresent()) {
            return Optional.of(new LockoutOutcome.AccountBlocked(unlockedBy));
        }
        if (passwordBlockedAt.isPresent()) {
            return Optional.of(new LockoutOutcome.PasswordBlocked());
        }
        return now.isBefore(notBefore)
                ? Optional.of(new LockoutOutcome.Wait(Duration.between(now, notBefore)))
                : Optional.empty();
    }

    LockoutRow withPasswordFailures(int failures) {
        return new LockoutRow(
                key, failures, codeFailures, answerFailures, notBefore, passwordBlockedAt, blockedAt, blockedBecause);
    }

    LockoutRow withCodeFailures(int failures) {
        return new LockoutRow(
                key,
                passwordFailures,
                failures,
                answerFailures,
                notBefore,
                passwordBlockedAt,
                blockedAt,
                blockedBecause);
    }

    LockoutRow withAnswerFailures(int failures) {
        return new LockoutRow(
                key, passwordFailures, codeFailures, failures, notBefore, passwordBlockedAt, blockedAt, blockedBecause);
    }

    LockoutRow until(Instant later) {
        Instant latest = later.isAfter(notBefore) ? later : notBefore;
        return new LockoutRow(
                key,
                passwordFailures,
                codeFailures,
                answerFailures,
                latest,
                passwordBlockedAt,
                blockedAt,
                blockedBecause);
    }

    LockoutRow passwordBlocked(Instant now) {
        return new LockoutRow(
                key,
                passwordFailures,
                codeFailures,
                answerFailures,
                notBefore,
                Optional.of(now),
                blockedAt,
                blockedBecause);
    }

    LockoutRow blocked(Instant now, String because) {
        return new LockoutRow(
                key,
                passwordFailures,
                codeFailures,
                answerFailures,
                notBefore,
                passwordBlockedAt,
                Optional.of(now),
                Optional.of(because));
    }

    /** As before wrong passwords; a block for another cause stays. */
    LockoutRow withoutPasswordFailures(Instant now) {
        boolean lift = blockedBecause.filter("password"::equals).isPresent();
        return new LockoutRow(
                key,
                0,
                codeFailures,
                answerFailures,
                now,
                Optional.empty(),
                lift ? Optional.empty() : blockedAt,
                lift ? Optional.empty() : blockedBecause);
    }

    /** As before wrong answers; a block for another cause stays. */
    LockoutRow withoutAnswerFailures() {
        boolean lift = blockedBecause.filter("answer"::equals).isPresent();
        return new LockoutRow(
                key,
                passwordFailures,
                codeFailures,
                0,
                notBefore,
                passwordBlockedAt,
                lift ? Optional.empty() : blockedAt,
                lift ? Optional.empty() : blockedBecause);
    }
}
