package nl.inzage.auth.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A notice is sent once, after what it tells of is certain, and again and again while the message service fails. */
class NoticeOutboxTest {

    /** Years from now, so that no node of the other tests thinks that something is due. */
    private static final Instant NOW = Instant.parse("2090-11-28T10:00:00Z");

    private static final Contact PHONE = new Contact.Phone("+31687654399");

    private final RunningServer server = RunningServer.shared();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private volatile boolean fails;

    @BeforeEach
    void forget() {
        server.sql("delete from notice");
    }

    @Test
    void many_threads_on_two_nodes_send_each_notice_once() {
        List<NoticeOutbox> nodes = List.of(at(NOW), at(NOW));
        IntStream.range(0, 20).forEach(each -> nodes.get(0).keep(PHONE, "", "text " + each));
        List<NoticeOutbox> later = List.of(at(NOW.plusSeconds(301)), at(NOW.plusSeconds(301)));

        Parallel.times(16, () -> {
            later.get((int) (Thread.currentThread().getId() % 2)).deliverTheDue();
            return true;
        });

        assertThat(sent).hasSize(20).doesNotHaveDuplicates();
        assertThat(server.count("notice")).isZero();
    }

    @Test
    void the_node_that_keeps_a_notice_has_the_first_try_and_makes_it_once() {
        NoticeOutbox node = at(NOW);
        var id = node.keep(PHONE, "", "text");

        at(NOW.plusSeconds(299)).deliverTheDue();
        assertThat(sent).isEmpty();
        node.deliver(id);
        node.deliver(id);

        assertThat(sent).containsExactly("text");
    }

    @Test
    void what_the_message_service_does_not_take_is_tried_again_ever_less_often() {
        fails = true;
        at(NOW).deliver(at(NOW).keep(PHONE, "", "text"));
        assertThat(minutesUntilNext(NOW)).isEqualTo(1);
        Instant then = NOW.plus(Duration.ofMinutes(1));
        at(then).deliverTheDue();
        assertThat(minutesUntilNext(then)).isEqualTo(2);
        server.sql("update notice set attempts = 30");
        then = then.plus(Duration.ofMinutes(2));
        at(then).deliverTheDue();
        assertThat(minutesUntilNext(then)).isEqualTo(60);

        fails = false;
        at(then.plus(Duration.ofMinutes(59))).deliverTheDue();
        assertThat(sent).isEmpty();
        at(then.plus(Duration.ofMinutes(60))).deliverTheDue();

        assertThat(sent).containsExactly("text");
        assertThat(server.count("notice")).isZero();
    }

    @Test
    void after_one_that_failed_the_others_wait_for_the_next_round() {
        fails = true;
        IntStream.range(0, 5).forEach(each -> at(NOW).keep(PHONE, "", "text " + each));

        at(NOW.plusSeconds(301)).deliverTheDue();

        assertThat(server.count("notice where attempts = 1")).isOne();
        assertThat(server.count("notice where attempts = 0")).isEqualTo(4);
    }

    @Test
    void a_fault_in_sending_is_tried_again_as_well() {
        at(NOW).keep(new Contact.Mailbox("nobody@example.org"), "", "text");

        at(NOW.plusSeconds(301)).deliverTheDue();

        assertThat(server.count("notice where attempts = 1")).isOne();
    }

    @Test
    void after_a_day_it_is_given_up() {
        at(NOW).keep(PHONE, "", "text");
        fails = true;

        at(NOW.plus(Duration.ofHours(25))).deliverTheDue();

        assertThat(server.count("notice")).isZero();
        assertThat(sent).isEmpty();
    }

    @Test
    void what_did_not_happen_is_not_told() {
        Notices notices = server.bean(Notices.class);
        server.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            notices.send(PHONE, "password", Locale.forLanguageTag("nl"));
            status.setRollbackOnly();
        });
        notices.send(PHONE, "phone", Locale.forLanguageTag("nl"));

        assertThat(server.sms().texts("+31687654399")).hasSize(1).allMatch(text -> text.contains("telefoonnummer"));
        assertThat(server.count("notice")).isZero();
    }

    private int minutesUntilNext(Instant now) {
        return IntStream.rangeClosed(0, 60)
                .filter(minutes ->
                        server.count("notice where due_at <= '" + now.plus(Duration.ofMinutes(minutes)) + "'") > 0)
                .findFirst()
                .orElseThrow();
    }

    private NoticeOutbox at(Instant moment) {
        return new NoticeOutbox(server.bean(JdbcClient.class), new Counting(), Clock.fixed(moment, ZoneOffset.UTC));
    }

    private final class Counting implements MessageGateway {

        @Override
        public void sendSms(String phone, String text) throws MessageNotSent {
            if (fails) {
                throw new MessageNotSent("It fails");
            }
            sent.add(text);
        }

        @Override
        public void sendMail(String address, String subject, String text) {
            throw new IllegalStateException("Nothing goes by mail here");
        }
    }
}
