package nl.inzage.auth.account;

import java.util.List;
import java.util.Optional;
import nl.inzage.auth.settings.YamlEntry;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Loads the initial accounts before the first request; an account that exists is left alone, but for whether it is a sandbox. */
@Component
class AccountsAtStart implements SmartInitializingSingleton {

    private final AccountsFile file;
    private final Accounts accounts;
    private final PolicyBook policies;

    AccountsAtStart(AccountsFile file, Accounts accounts, PolicyBook policies) {
        this.file = file;
        this.accounts = accounts;
        this.policies = policies;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<YamlEntry> entries = file.entries();
        for (YamlEntry entry : entries) {
            if (accounts.byUsername(new Username(entry.text("username"))).isEmpty()) {
                HospitalId hospital = entry.parsed("hospital", HospitalId::new);
                if (policies.of(hospital).isEmpty()) {
                    throw entry.refused("belongs to hospital " + hospital + ", which has no policy file");
                }
                accounts.add(file.account(entry));
            }
        }
        accounts.keepSandbox(entries.stream()
                .map(AccountsFile::sandbox)
                .flatMap(Optional::stream)
                .toList());
    }
}
