package nl.inzage.auth.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.TemporaryPasswords;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A temporary password that somebody has in hand stays good until the next one is really on its way. */
class RecoveryMailTest {

    private static final String MAILBOX = "ivo@example.org";

    private final RunningServer server = RunningServer.shared();
    private final TemporaryPasswords temporary = server.bean(TemporaryPasswords.class);
    private final RecoveryMail mail = server.bean(RecoveryMail.class);

    @BeforeEach
    void hasAMailbox() {
        server.sql("update account set email = '" + MAILBOX + "' where username = '" + People.IVO.username() + "'");
        server.sql("delete from contact_day");
    }

    @AfterEach
    void everythingIsAsItWas() {
        server.sms().fail(false);
        temporary.end(ivo().id());
        server.sql("update account set email = null where username = '" + People.IVO.username() + "'");
    }

    @Test
    void who_asks_too_often_keeps_the_last_one_that_was_mailed() {
        for (int i = 0; i < 10; i++) {
            mail.mailTemporaryPassword(ivo());
        }
        String last = newest();
        int sent = server.sms().texts(MAILBOX).size();

        mail.mailTemporaryPassword(ivo());

        assertThat(server.sms().texts(MAILBOX)).hasSize(sent);
        assertThat(temporary.matches(Optional.of(ivo()), last)).isTrue();
    }

    @Test
    void when_the_mail_does_not_go_nothing_was_done() {
        mail.mailTemporaryPassword(ivo());
        String last = newest();
        int events = mailed();
        server.sms().fail(true);

        mail.mailTemporaryPassword(ivo());

        assertThat(temporary.matches(Optional.of(ivo()), last)).isTrue();
        assertThat(mailed()).isEqualTo(events);
    }

    @Test
    void the_desks_stays_good_and_voids_those_that_were_mailed() {
        Instant until = server.clock().instant().plus(1, ChronoUnit.DAYS);
        String ofDesk = temporary.makeAtDesk(ivo().id(), until);
        mail.mailTemporaryPassword(ivo());
        String mailed = newest();
        assertThat(List.of(ofDesk, mailed)).allMatch(each -> temporary.matches(Optional.of(ivo()), each));

        temporary.makeAtDesk(ivo().id(), until);

        assertThat(List.of(ofDesk, mailed)).noneMatch(each -> temporary.matches(Optional.of(ivo()), each));
    }

    private Account ivo() {
        return server.bean(Accounts.class)
                .byUsername(new Username(People.IVO.username()))
                .orElseThrow();
    }

    private int mailed() {
        return server.count(
                "account_event where act = 'temporary_password_mailed' and account_id = '" + ivo().id() + "'");
    }

    private String newest() {
        List<String> texts = server.sms().texts(MAILBOX);
        return texts.get(texts.size() - 1).replaceAll("(?s).* is ([a-z2-9]{16}) .*", "$1");
    }
}
