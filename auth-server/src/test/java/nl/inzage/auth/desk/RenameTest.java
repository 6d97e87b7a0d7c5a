package nl.inzage.auth.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.RulesInForce;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.lockout.Lockouts;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.policy.login.EnrolmentChannel;
import nl.inzage.policy.login.Identification;
import nl.inzage.policy.login.IdentityDocument;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Another user name neither frees an account of a block nor brings it one. */
class RenameTest {

    private final RunningServer server = RunningServer.shared();
    private final Lockouts lockouts = server.bean(Lockouts.class);

    @Test
    void an_account_that_was_blocked_since_it_was_shown_keeps_its_name() {
        Account account = account("rename-blocked");
        IdentifiedPatient shown = new IdentifiedPatient(
                new PatientView(
                        null,
                        Optional.of(account),
                        false,
                        false,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        null,
                        Set.of(),
                        Instant.EPOCH),
                new DeskVisit("rename-blocked", "Staat aan de balie"),
                new Identification(EnrolmentChannel.DESK, IdentityDocument.PASSPORT));
        guess(account, new Username(account.username()), 6);

        DeskActs.Renamed renamed = server.bean(DeskActs.class).rename(shown, new Username("rename-free"));

        assertThat(renamed).isEqualTo(DeskActs.Renamed.BLOCKED);
        assertThat(server.count("account where username = 'rename-blocked'")).isOne();
    }

    @Test
    void failures_go_along_and_what_was_counted_for_nobodys_name_does_not() {
        Account account = account("rename-counted");
        Username old = new Username(account.username());
        Username next = new Username("rename-nobody");
        guess(account, old, 5);
        guess(account, next, 6);
        assertThat(lockouts.isPasswordBlocked(next)).isTrue();

        server.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            assertThat(lockouts.holdForRename(old, next)).isTrue();
            lockouts.rename(old, next);
        });

        assertThat(lockouts.isPasswordBlocked(next)).isFalse();
        guess(account, next, 1);
        assertThat(lockouts.isPasswordBlocked(next)).isTrue();
    }

    private void guess(Account account, Username username, int times) {
        for (int i = 0; i < times; i++) {
            lockouts.begin(username, server.bean(RulesInForce.class).of(account).lockout());
        }
    }

    private Account account(String username) {
        server.sql("insert into account (id, username, password_hash, kind, hospital, identifier_system, "
                + "identifier_value, language, created_at) values (gen_random_uuid(), '" + username + "', 'x', "
                + "'patient', 'umcg', 'http://fhir.nl/fhir/NamingSystem/bsn', '" + username + "', 'nl', now())");
        return server.bean(Accounts.class).byUsername(new Username(username)).orElseThrow();
    }
}
