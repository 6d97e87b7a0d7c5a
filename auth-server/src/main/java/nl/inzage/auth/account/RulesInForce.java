package nl.inzage.auth.account;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.inzage.policy.book.HospitalPolicy;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.login.AccountRules;
import nl.inzage.policy.login.RecoveryRules.PasswordRecovery;
import org.springframework.stereotype.Component;

/**
 * Which rules hold for a user name. An unknown name has those of the patients or of the staff of a hospital, as a keyed
 * hash chooses, so that it behaves in everything as some known name does, and always as the same one.
 */
@Component
public class RulesInForce {

    private final PolicyBook policies;
    private final NameKey key;

    RulesInForce(PolicyBook policies, NameKey key) {
        this.policies = policies;
        this.key = key;
    }

    /** Whose rules a name has. */
    public record Profile(HospitalId hospital, boolean staff) {}

    public AccountRules of(Account account) {
        return rules(profile(account));
    }

    public AccountRules of(Username name, Optional<Account> account) {
        return rules(account.map(RulesInForce::profile).orElseGet(() -> profileOf(name)));
    }

    /** How somebody with this name has a new password. Staff, and patients with DigiD only, are answered as by mail. */
    public PasswordRecovery recovery(Username name, Optional<Account> account) {
        Profile profile = account.map(RulesInForce::profile).orElseGet(() -> profileOf(name));
        PasswordRecovery variant = rules(profile).recovery().password();
        return profile.staff() || variant == PasswordRecovery.AT_DIGID ? PasswordRecovery.TEMPORARY_BY_MAIL : variant;
    }

    /** Whose rules an unknown name has: patients' where they have a password, or a hospital's staff's. */
    public Profile profileOf(Username unknown) {
        List<Profile> candidates = Stream.concat(
                        withPassword().stream().map(hospital -> new Profile(hospital, false)),
                        policies.hospitals().stream()
                                .sorted(Comparator.comparing(HospitalId::value))
                                .map(hospital -> new Profile(hospital, true)))
                .toList();
        return candidates.get(key.choice(unknown, "hospital", candidates.size()));
    }

    private static Profile profile(Account account) {
        return new Profile(account.hospital(), account.kind().isStaff());
    }

    private AccountRules rules(Profile profile) {
        AccountRules rules = policies.require(profile.hospital()).account();
        return profile.staff() ? rules.forStaff() : rules;
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
