package nl.inzage.auth.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.contact.CodeVerdict;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.TwoNodes;
import org.junit.jupiter.api.Test;

/** A code by SMS works once on all nodes together, and no node judges a fourth. */
class LoginCodeRaceTest {

    private static final String CODE = "271828";
    private final RunningServer server = RunningServer.shared();
    private final TwoNodes nodes = new TwoNodes();

    @Test
    void of_32_tries_on_two_nodes_one_finds_the_code_right() {
        for (int round = 0; round < 5; round++) {
            UUID login = pendingLogin();

            List<CodeVerdict> verdicts =
                    Parallel.times(32, () -> nodes.either(PendingLogins.class).judge(login, CODE));

            assertThat(Parallel.winners("a login code", verdicts, verdict -> verdict == CodeVerdict.RIGHT))
                    .hasSize(1);
        }
    }

    @Test
    void of_32_wrong_codes_on_two_nodes_three_are_judged() {
        UUID login = pendingLogin();

        Parallel.times(32, () -> nodes.either(PendingLogins.class).judge(login, "000000"));

        assertThat(server.count("pending_login where id = '" + login + "' and tries = 3"))
                .isEqualTo(1);
    }

    private UUID pendingLogin() {
        UUID account = server.bean(Accounts.class)
                .byUsername(new Username(People.IVO.username()))
                .orElseThrow()
                .id();
        UUID login = server.bean(PendingLogins.class).begin(account, false);
        server.bean(PendingLogins.class).keep(login, CODE);
        return login;
    }
}
