package nl.inzage.auth.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;

/** A patient's mailbox. */
record Mailbox(String address, RunningServer server) {

    static Mailbox of(StubPatient patient, RunningServer server) {
        return new Mailbox(patient.email(), server);
    }

    /** The first mail with these words; it may take a moment. */
    String waitsFor(String words) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        Optional<String> mail = Optional.empty();
        while (mail.isEmpty() && Instant.now().isBefore(end)) {
            mail = server.sms().texts(address).stream()
                    .filter(text -> text.contains(words))
                    .findFirst();
        }
        return mail.orElseThrow(() -> new AssertionError("No mail with " + words));
    }
}
