package nl.inzage.auth.account;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.inzage.policy.book.HospitalPolicy;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.login.AccountRules;
import org.springframework.stereotype.Component;

/**
 * Which hospital's rules hold for a user name. An unknown name has those of a hospital that a keyed hash chooses, so that
 * it behaves as some known name does, and always as the same one.
 */
@Component
public class RulesInForce {

    private final PolicyBook policies;
    private final NameKey key;

    RulesInForce(PolicyBook policies, NameKey key) {
        this.policies = policies;
        this.key = key;
    }

    public AccountRules of(Account account) {
        AccountRules rules = policies.require(account.hospital()).account();
        return account.kind().isStaff() ? rules.forStaff() : rules;
    }

    public AccountRules of(Username name, Optional<Account> account) {
        return account.map(this::of)
                .orElseGet(() -> policies.require(hospitalFor(name)).account());
    }

    /** The hospital whose rules an unknown name has: one of those where patients have a password. */
    public HospitalId hospitalFor(Username unknown) {
        List<HospitalId> candidates = withPassword();
        // The answer needs the key in any case, so that a single hospital takes no less time.
        int choice = key.choice(unknown, "hospital", Math.max(candidates.size(), 1));
        return candidates.isEmpty() ? policies.hospitals().iterator().next() : candidates.get(choice);
    }

    /** The hospitals where patients have a user name and password, by id. */
    public List<HospitalId> withPassword() {
        return policies.hospitals().stream()
                .map(policies::require)
                .filter(policy -> policy.account().login().withPassword())
                .map(HospitalPolicy::id)
                .sorted(Comparator.comparing(HospitalId::value))
                .toList();
    }
}
