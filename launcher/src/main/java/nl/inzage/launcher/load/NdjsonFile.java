package nl.inzage.launcher.load;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/** A resource a line, as bulk exports write them; sent in portions. */
record NdjsonFile(Path file) implements FhirFile {

    private static final int PORTION = 200;

    @Override
    public void transactions(Receiver receiver) throws IOException, InterruptedException {
        IParser parser = FhirContext.forR4Cached().newJsonParser();
        WrappedResources wrapped = new WrappedResources();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    wrapped.add(Optional.empty(), resource(parser, line, number));
                }
                if (wrapped.transaction().getEntry().size() == PORTION) {
                    receiver.receive(Payloads.of(wrapped));
                    wrapped = new WrappedResources();
                }
            }
        }
        if (wrapped.transaction().hasEntry()) {
            receiver.receive(Payloads.of(wrapped));
        }
    }

    private static Resource resource(IParser parser, String line, int number) throws NotLoadable {
        try {
            return (Resource) parser.parseResource(line);
        } catch (DataFormatException e) {
            throw new NotLoadable("line " + number + " is no FHIR R4: " + e.getMessage());
        }
    }
}
