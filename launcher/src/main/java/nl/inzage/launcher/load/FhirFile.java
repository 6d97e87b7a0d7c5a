package nl.inzage.launcher.load;

import java.io.IOException;
import java.nio.file.Path;

/** A file of the folder: gives its transactions one by one. */
interface FhirFile {

    /** Where the transactions go; it tells whether to go on. */
    interface Receiver {
        void receive(Payload payload) throws IOException, InterruptedException;
    }

    /**
     * Gives the transactions of the file, in order.
     *
     * @throws NotLoadable when the file is no FHIR R4 or nothing that can be stored
     */
    void transactions(Receiver receiver) throws IOException, InterruptedException;

    /** The reader for a file, by its extension. */
    static FhirFile of(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(".ndjson")) {
            return new NdjsonFile(file);
        }
        return new DocumentFile(file, name.endsWith(".xml"));
    }
}
