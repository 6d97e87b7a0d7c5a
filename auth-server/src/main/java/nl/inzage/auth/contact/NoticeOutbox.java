package nl.inzage.auth.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Notices on their way. Each is a row that is written with what it tells of. The node that wrote it tries first; whichever
 * node comes by tries again while the message service does not take it. A try is claimed before it is made, so that no
 * two nodes send the same; only a node that dies between handing over and deleting leaves one that is sent twice.
 */
@Repository
class NoticeOutbox {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeOutbox.class);

    /** Longer than a message service may take, in all the steps of a slow conversation. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration GIVEN_UP = Duration.ofDays(1);
    private static final int A_ROUND = 100;

    private final JdbcClient database;
    private final MessageGateway gateway;
    private final Clock clock;

    NoticeOutbox(JdbcClient database, MessageGateway gateway, Clock clock) {
        this.database = database;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** A notice of which a try was claimed. */
    private record Claimed(UUID id, Contact to, String subject, String body, int attempts, Instant created) {}

    /** Keeps a notice until it is delivered; in the transaction that goes on, if there is one. */
    UUID keep(Contact to, String subject, String body) {
        UUID id = UUID.randomUUID();
        boolean phone = to instanceof Contact.Phone;
        database.sql(
                        """
                        insert into notice (id, channel, contact, subject, body, due_at, created_at)
                        values (:id, :channel, :contact, :subject, :body, :due, :now)""")
                .param("id", id)
                .param("channel", phone ? "sms" : "email")
                .param("contact", to instanceof Contact.Phone own ? own.number() : ((Contact.Mailbox) to).address())
                .param("subject", subject)
                .param("body", body)
                .param("due", Timestamp.from(clock.instant().plus(CLAIM)))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /** Makes the first try of a notice that this node kept. */
    void deliver(UUID id) {
        claim("id = :id and attempts = 0", id).ifPresent(this::send);
    }

    /** Tries what is due, of whichever node. */
    @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void deliverTheDue() {
        for (int tried = 0; tried < A_ROUND; tried++) {
            Optional<Claimed> next = claim("due_at <= :now", null);
            // After one that failed the others wait for the next round: the service is likely down, and slow to say so.
            if (next.isEmpty() || !send(next.get())) {
                return;
            }
        }
    }

    private Optional<Claimed> claim(String which, UUID id) {
        return database.sql(
                        """
                        update notice set attempts = attempts + 1, due_at = :claimed
                        where id = (select id from notice where %s order by due_at limit 1 for update skip locked)
                        returning *"""
                                .formatted(which))
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .param("claimed", Timestamp.from(clock.instant().plus(CLAIM)))
                .query(NoticeOutbox::read)
                .optional();
    }

    private boolean send(Claimed notice) {
        try {
            if (notice.to() instanceof Contact.Phone phone) {
                gateway.sendSms(phone.number(), notice.body());
            } else if (notice.to() instanceof Contact.Mailbox mailbox) {
                gateway.sendMail(mailbox.address(), notice.subject(), notice.body());
            }
            delete(notice);
            return true;
        } catch (MessageNotSent | RuntimeException e) {
            if (notice.created().plus(GIVEN_UP).isBefore(clock.instant())) {
                LOG.error("ALARM: a notice could not be sent for a day and is given up", e);
                delete(notice);
            } else {
                LOG.warn("A notice could not be sent in try {}: {}", notice.attempts(), e.getMessage());
                postpone(notice);
            }
            return false;
        }
    }

    /** A minute after the first try, two after the second, and so on up to an hour. */
    private void postpone(Claimed notice) {
        Duration pause = Duration.ofMinutes(1L << Math.min(notice.attempts() - 1, 6));
        Duration most = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        database.sql("update notice set due_at = :due where id = :id")
                .param("due", Timestamp.from(clock.instant().plus(most)))
                .param("id", notice.id())
                .update();
    }

    private void delete(Claimed notice) {
        database.sql("delete from notice where id = :id")
                .param("id", notice.id())
                .update();
    }

    private static Claimed read(ResultSet row, int number) throws SQLException {
        String contact = row.getString("contact");
        return new Claimed(
                row.getObject("id", UUID.class),
                row.getString("channel").equals("sms") ? new Contact.Phone(contact) : new Contact.Mailbox(contact),
                row.getString("subject"),
                row.getString("body"),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant());
    }
}
