package nl.inzage.auth.factor;

import nl.inzage.auth.account.Account;
import nl.inzage.auth.contact.MessageGateway;
import nl.inzage.auth.contact.MessageNotSent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells a person by SMS that something changed in how the account is entered, so that nobody else does so unseen. */
@Component
public class FactorNotice {

    private static final Logger LOG = LoggerFactory.getLogger(FactorNotice.class);

    private final MessageGateway gateway;
    private final MessageSource messages;

    FactorNotice(MessageGateway gateway, MessageSource messages) {
        this.gateway = gateway;
        this.messages = messages;
    }

    /** Sends the text {@code sms.factor.<what>}; that it cannot be sent undoes nothing. */
    public void send(Account account, String what) {
        if (account.phone().isEmpty()) {
            return;
        }
        try {
            gateway.sendSms(account.phone().get(), messages.getMessage("sms.factor." + what, null, account.language()));
        } catch (MessageNotSent e) {
            LOG.warn("Account {} was not told that a factor changed", account.id(), e);
        }
    }
}
