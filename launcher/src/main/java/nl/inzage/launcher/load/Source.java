package nl.inzage.launcher.load;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Something to push, with the name that the report gives it.
 *
 * @param fingerprint of its content, taken when it is its turn
 */
record Source(String name, Content fingerprint, FhirFile file) {

    /** Reads a content as far as needed to know it again. */
    interface Content {
        String sha256() throws IOException;
    }

    static Source of(Path file) {
        return new Source(file.toAbsolutePath().normalize().toString(), () -> Fingerprint.of(file), FhirFile.of(file));
    }

    /** A transaction in memory that may be sent twice. */
    static Source ofTransaction(String name, String json, int entries) {
        return new Source(
                name, () -> Fingerprint.of(json), receiver -> receiver.receive(Payloads.of(json, entries, true)));
    }
}
