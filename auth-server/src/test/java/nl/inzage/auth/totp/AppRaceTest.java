package nl.inzage.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.TwoNodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A code of an app, and a recovery code, is good once on all nodes together, also without a block that ends the race. */
class AppRaceTest {

    private static final int ROUNDS = 5;

    private final RunningServer server = RunningServer.shared();
    private final TwoNodes nodes = new TwoNodes();
    private final AppSecret secret = AppSecret.fresh(new SecureRandom());
    private final Account account = server.bean(Accounts.class)
            .byUsername(new Username(People.HANNA.username()))
            .orElseThrow();

    @AfterEach
    void noApp() {
        server.bean(AuthenticatorApps.class).delete(account.id());
    }

    @Test
    void of_32_tries_with_a_code_of_an_app_on_two_nodes_one_is_accepted() {
        add();
        for (int round = 0; round < ROUNDS; round++) {
            // As if the last code that was used is from long ago.
            server.sql("update authenticator_app set last_step = 0 where account_id = '" + account.id() + "'");
            String code = code();

            List<Boolean> accepted = Parallel.times(
                    32, () -> nodes.either(AuthenticatorApps.class).accepts(account.id(), code));

            assertThat(Parallel.winners("a code of an app, judged", accepted, won -> won))
                    .hasSize(1);
        }
    }

    @Test
    void of_32_tries_with_a_recovery_code_on_two_nodes_one_is_accepted() {
        List<String> codes = add();
        for (String code : codes.subList(0, ROUNDS)) {
            List<Boolean> accepted = Parallel.times(
                    32, () -> nodes.either(AuthenticatorApps.class).acceptsRecoveryCode(account.id(), code));

            assertThat(Parallel.winners("a recovery code", accepted, won -> won))
                    .hasSize(1);
        }
        assertThat(server.bean(AuthenticatorApps.class).recoveryCodesLeft(account.id()))
                .isEqualTo(codes.size() - ROUNDS);
    }

    private List<String> add() {
        return server.bean(AuthenticatorApps.class).add(account, secret, code()).orElseThrow();
    }

    private String code() {
        return OneTimeCode.of(secret.bytes(), OneTimeCode.step(server.clock().instant()));
    }
}
