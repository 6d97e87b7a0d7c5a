package nl.inzage.portal.outbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last messages, newest first; gone when the portal stops. */
final class Outbox {

    static final int KEPT = 200;

    private final Deque<Message> messages = new ArrayDeque<>();

    synchronized void add(Message message) {
        messages.addFirst(message);
        if (messages.size() > KEPT) {
            messages.removeLast();
        }
    }

    /** Messages to one receiver, or all of them when that is empty. */
    synchronized List<Message> to(String receiver) {
        return messages.stream()
                .filter(message -> receiver.isEmpty() || message.to().equals(receiver))
                .toList();
    }
}
