package nl.inzage.policy.login;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What wrong passwords and wrong codes lead to (F13 to F15).
 *
 * @param mode whether the answer is a wait, a block, or first the one and then the other
 * @param delayFrom the failure in a row from which there is a wait
 * @param delays how long each next wait is; the last one stays
 * @param lockAt the failure in a row that blocks
 * @param causes which failures count
 * @param blocksPasswordFirst whether wrong passwords block the password, for which the patient can choose a new one,
 *     and not at once the account (seed ambiguity b)
 * @param blocksDigid whether a blocked account cannot be entered with DigiD either
 * @param unlockedBy who lifts a block
 * @param hintAfter the failure in a row after which "Wachtwoord vergeten" is advised, or nothing
 */
public record LockoutRules(
        LockoutMode mode,
        int delayFrom,
        List<Duration> delays,
        int lockAt,
        Set<LockoutCause> causes,
        boolean blocksPasswordFirst,
        boolean blocksDigid,
        UnlockedBy unlockedBy,
        Optional<Integer> hintAfter) {

    public LockoutRules {
        delays = List.copyOf(delays);
        causes = Set.copyOf(causes);
    }

    /**
     * What holds for the hospital's own staff, who log in with a password everywhere, also where DigiD decides about
     * patients: they wait and are blocked by the numbers of the file, and a colleague lifts the block.
     */
    public LockoutRules forStaff() {
        return new LockoutRules(
                LockoutMode.DELAY_THEN_LOCK,
                delayFrom,
                delays,
                lockAt,
                Set.of(LockoutCause.values()),
                false,
                blocksDigid,
                UnlockedBy.HELPDESK,
                Optional.empty());
    }

    /** What follows a failure. */
    public LockoutOutcome after(LockoutCause cause, int failuresInARow) {
        if (mode == LockoutMode.AT_DIGID || !causes.contains(cause)) {
            return new LockoutOutcome.TryAgain(false);
        }
        if (mode != LockoutMode.DELAY && failuresInARow >= lockAt) {
            return cause == LockoutCause.PASSWORD && blocksPasswordFirst
                    ? new LockoutOutcome.PasswordBlocked()
                    : new LockoutOutcome.AccountBlocked(unlockedBy);
        }
        if (mode != LockoutMode.LOCK && failuresInARow >= delayFrom) {
            int step = Math.min(failuresInARow - delayFrom, delays.size() - 1);
            return new LockoutOutcome.Wait(delays.get(step));
        }
        return new LockoutOutcome.TryAgain(
                hintAfter.filter(failures -> failuresInARow >= failures).isPresent());
    }
}
