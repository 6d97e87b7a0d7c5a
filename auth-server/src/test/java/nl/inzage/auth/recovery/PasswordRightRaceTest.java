package nl.inzage.auth.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.contact.CodeVerdict;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.contact.ContactCodes;
import nl.inzage.auth.contact.MessageNotSent;
import nl.inzage.auth.contact.TooManyCodes;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.TwoNodes;
import org.junit.jupiter.api.Test;

/** What is good once is good once on all nodes together. */
class PasswordRightRaceTest {

    private final RunningServer server = RunningServer.shared();
    private final TwoNodes nodes = new TwoNodes();

    @Test
    void of_32_tries_on_two_nodes_one_changes_the_password() {
        Account account = server.bean(Accounts.class)
                .byUsername(new Username(People.JAAP.username()))
                .orElseThrow();
        UUID right = server.bean(PasswordRights.class).give(account);

        List<Boolean> done =
                Parallel.times(32, () -> nodes.either(PasswordChange.class).redeem(right, "Wie het eerst komt maalt"));

        assertThat(Parallel.winners("a right to a new password", done, won -> won))
                .hasSize(1);
    }

    @Test
    void of_32_tries_on_two_nodes_one_finds_the_code_right() throws MessageNotSent, TooManyCodes {
        for (int round = 0; round < 5; round++) {
            UUID id = UUID.randomUUID();
            String phone = "+3161234567" + round;
            server.bean(ContactCodes.class).send(id, new Contact.Phone(phone), java.util.Locale.ENGLISH);
            String code = server.sms().newestCode(phone);

            List<CodeVerdict> verdicts =
                    Parallel.times(32, () -> nodes.either(ContactCodes.class).judge(id, code));

            assertThat(Parallel.winners("a code to a phone", verdicts, verdict -> verdict == CodeVerdict.RIGHT))
                    .hasSize(1);
        }
    }
}
