package nl.inzage.auth.login;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.contact.ContactCodes;
import nl.inzage.auth.contact.MessageGateway;
import nl.inzage.auth.contact.MessageNotSent;
import nl.inzage.auth.contact.TooManyCodes;
import nl.inzage.auth.lockout.Lockouts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes codes of six digits and sends them. */
@Component
class LoginCodes {

    static final int MOST_CODES = 3;
    static final Duration BETWEEN_CODES = Duration.ofSeconds(30);

    private final SecureRandom random = new SecureRandom();
    private final PendingLogins pending;
    private final Lockouts lockouts;
    private final ContactCodes numbers;
    private final MessageGateway gateway;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LoginCodes(
            PendingLogins pending,
            Lockouts lockouts,
            ContactCodes numbers,
            MessageGateway gateway,
            MessageSource messages,
            TransactionTemplate transaction,
            Clock clock) {
        this.pending = pending;
        this.lockouts = lockouts;
        this.numbers = numbers;
        this.gateway = gateway;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether a new code may be sent now: not too soon after the last, not too many for one login. */
    boolean maySendAgain(PendingLogin login) {
        boolean waited = login.lastSentAt()
                .map(last -> !clock.instant().isBefore(last.plus(BETWEEN_CODES)))
                .orElse(true);
        return waited && login.codesSent() < MOST_CODES;
    }

    /**
     * Makes a code and sends it.
     *
     * @throws TooManyCodes when the account or its number got as many as it may in a day without logging in
     * @throws MessageNotSent when the gateway does not take it
     */
    void send(PendingLogin login, Account account) throws MessageNotSent, TooManyCodes {
        String phone = account.phone().orElseThrow(() -> new MessageNotSent("The account has no phone number"));
        Contact.Phone number = new Contact.Phone(phone);
        Username name = new Username(account.username());
        if (!mayGoTo(name, number)) {
            throw new TooManyCodes();
        }
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
        pending.keep(login.id(), code);
        try {
            gateway.sendSms(phone, messages.getMessage("sms.code", new Object[] {code}, account.language()));
        } catch (MessageNotSent e) {
            lockouts.giveCodeBack(name);
            numbers.giveBack(number);
            throw e;
        }
    }

    /** By the number as well: several accounts may have the same. What one of the two refuses counts for neither. */
    private boolean mayGoTo(Username name, Contact.Phone number) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean may = lockouts.mayGetCode(name) && numbers.countsForToday(number);
            if (!may) {
                status.setRollbackOnly();
            }
            return may;
        }));
    }
}
