package nl.inzage.auth.contact;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.inzage.auth.client.SecretHash;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Codes that show that a phone or a mailbox is somebody's own, outside of logging in. Each has six digits, five minutes
 * and three tries, works once, and voids the one before it (OWASP ASVS 6.6).
 */
@Service
public class ContactCodes {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration BETWEEN = Duration.ofSeconds(30);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int TRIES = 3;
    private static final int A_DAY = 5;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient database;
    private final MessageGateway gateway;
    private final MessageSource messages;
    private final Clock clock;

    ContactCodes(JdbcClient database, MessageGateway gateway, MessageSource messages, Clock clock) {
        this.database = database;
        this.gateway = gateway;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Sends a code to a phone or mailbox that somebody says to have. It is counted apart from what goes to whoever has it
     * already: else anybody could use up the codes that somebody else needs to log in.
     *
     * @param id what the code is for: an enrolment, a change
     * @return false when the last one was sent less than half a minute ago
     * @throws TooManyCodes when so many went there today, and none of them came back
     * @throws MessageNotSent when the gateway does not take it
     */
    public boolean send(UUID id, Contact to, Locale language) throws MessageNotSent, TooManyCodes {
        return send(id, to, SecretHash.of("claimed " + to.hash()), language);
    }

    /** Sends a code to the phone or mailbox of an account, in the same way. */
    public boolean sendToOwn(UUID id, Contact to, Locale language) throws MessageNotSent, TooManyCodes {
        return send(id, to, to.hash(), language);
    }

    private boolean send(UUID id, Contact to, String counted, Locale language) throws MessageNotSent, TooManyCodes {
        if (sentJustNow(id)) {
            return false;
        }
        if (!countsForToday(counted)) {
            throw new TooManyCodes();
        }
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
        keep(id, counted, code);
        try {
            handOver(to, code, language);
        } catch (MessageNotSent e) {
            giveBack(counted);
            throw e;
        }
        return true;
    }

    private void handOver(Contact to, String code, Locale language) throws MessageNotSent {
        if (to instanceof Contact.Phone phone) {
            gateway.sendSms(phone.number(), text("sms.code", language, code));
        } else if (to instanceof Contact.Mailbox mailbox) {
            gateway.sendMail(
                    mailbox.address(), text("mail.code.subject", language), text("mail.code.text", language, code));
        }
    }

    /** Judges a code; a try counts before it is looked at, and a right code is gone with it. */
    public CodeVerdict judge(UUID id, String code) {
        Optional<Boolean> right = database.sql(
                        """
                        update contact_code set tries = tries + 1
                        where id = :id and tries < :most and expires_at > :now returning code_hash = :hash""")
                .param("id", id)
                .param("most", TRIES)
                .param("now", now())
                .param("hash", hash(id, code))
                .query(Boolean.class)
                .optional();
        if (right.isEmpty()) {
            return CodeVerdict.EXPIRED;
        }
        if (!right.get()) {
            return CodeVerdict.WRONG;
        }
        Optional<String> cameBackFrom = database.sql(
                        "delete from contact_code where id = :id and code_hash = :hash returning contact_hash")
                .param("id", id)
                .param("hash", hash(id, code))
                .query(String.class)
                .optional();
        cameBackFrom.ifPresent(this::forgetToday);
        return cameBackFrom.isPresent() ? CodeVerdict.RIGHT : CodeVerdict.EXPIRED;
    }

    /** A code that was sent there came back: who has it may get the next, however many there were today. */
    public void cameBack(Contact from) {
        forgetToday(from.hash());
    }

    private void forgetToday(String contact) {
        database.sql("delete from contact_day where contact_hash = :hash")
                .param("hash", contact)
                .update();
    }

    private boolean sentJustNow(UUID id) {
        return database.sql("select 1 from contact_code where id = :id and last_sent_at > :then")
                .param("id", id)
                .param("then", Timestamp.from(clock.instant().minus(BETWEEN)))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Whether one more message may go to who has this phone or mailbox today; it counts as sent then. */
    public boolean countsForToday(Contact own) {
        return countsForToday(own.hash());
    }

    /** The same for messages that anybody can let go there: they are counted apart, as nobody's own may be used up. */
    public boolean countsForToday(Contact to, String errand) {
        return countsForToday(SecretHash.of(errand + " " + to.hash()));
    }

    /** The message was not sent after all: nobody is locked out because a message service fails. */
    public void giveBack(Contact own) {
        giveBack(own.hash());
    }

    private void giveBack(String counted) {
        database.sql("update contact_day set codes = codes - 1 where contact_hash = :hash and codes > 0")
                .param("hash", counted)
                .update();
    }

    private boolean countsForToday(String counted) {
        return database.sql(
                                """
                                insert into contact_day as d values (:hash, 1, :now)
                                on conflict (contact_hash) do update set
                                  codes = case when d.codes_from < :yesterday then 1 else d.codes + 1 end,
                                  codes_from = case when d.codes_from < :yesterday then :now else d.codes_from end
                                where d.codes < :most or d.codes_from < :yesterday""")
                        .param("hash", counted)
                        .param("now", now())
                        .param("yesterday", Timestamp.from(clock.instant().minus(DAY)))
                        .param("most", A_DAY)
                        .update()
                == 1;
    }

    private void keep(UUID id, String counted, String code) {
        database.sql(
                        """
                        insert into contact_code as c (id, contact_hash, code_hash, expires_at, last_sent_at)
                        values (:id, :to, :hash, :end, :now) on conflict (id) do update set contact_hash = :to,
                          code_hash = :hash, expires_at = :end, tries = 0, codes_sent = c.codes_sent + 1, last_sent_at = :now""")
                .param("id", id)
                .param("to", counted)
                .param("hash", hash(id, code))
                .param("end", Timestamp.from(clock.instant().plus(LIFE)))
                .param("now", now())
                .update();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void removeTheOld() {
        Timestamp past = Timestamp.from(clock.instant().minus(DAY));
        database.sql("delete from contact_code where expires_at < :past")
                .param("past", past)
                .update();
        database.sql("delete from contact_day where codes_from < :past")
                .param("past", past)
                .update();
    }

    private String text(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String hash(UUID id, String code) {
        return SecretHash.of(id + " " + code);
    }
}
