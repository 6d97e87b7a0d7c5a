package nl.inzage.auth.contact;

import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Messages that tell somebody that something happened to the account, and nothing of what is in the dossier. They are kept
 * with what happened, in the same transaction, and handed over after it; that one cannot be sent now stops nothing.
 */
@Component
public class Notices {

    private final NoticeOutbox outbox;
    private final Errands errands;
    private final MessageSource messages;

    Notices(NoticeOutbox outbox, Errands errands, MessageSource messages) {
        this.outbox = outbox;
        this.errands = errands;
        this.messages = messages;
    }

    /** Sends the notice {@code notice.{name}} in the person's language. */
    public void send(Contact to, String name, Locale language, Object... values) {
        UUID id = keep(to, name, language, values);
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            deliverSoon(id);
        } else {
            outbox.deliver(id);
        }
    }

    /** Sends the same, and the answer does not wait for it. */
    public void sendSoon(Contact to, String name, Locale language, Object... values) {
        deliverSoon(keep(to, name, language, values));
    }

    private UUID keep(Contact to, String name, Locale language, Object... values) {
        return outbox.keep(
                to,
                messages.getMessage("notice.subject", null, language),
                messages.getMessage("notice." + name, values, language));
    }

    private void deliverSoon(UUID id) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            errands.runIfThereIsRoom(() -> outbox.deliver(id));
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                // On another thread: this one still holds the connection of the transaction.
                errands.runIfThereIsRoom(() -> outbox.deliver(id));
            }
        });
    }
}
