package nl.inzage.launcher.load;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;

/**
 * One JSON or XML document: a transaction is sent as it is, straight from the disk; a batch, of which no entry needs
 * another, in portions that are transactions; anything else is wrapped.
 */
record DocumentFile(Path file, boolean xml) implements FhirFile {

    private static final int PORTION = 200;

    @Override
    public void transactions(Receiver receiver) throws IOException, InterruptedException {
        Shape shape = xml ? XmlShape.of(file) : JsonShape.of(file);
        if (shape.bundleType().equals("transaction")) {
            receiver.receive(
                    new Payload(xml ? Payload.XML : Payload.JSON, shape.entries(), shape.repeatable(), this::fromDisk));
        } else if (shape.resourceType().isEmpty()) {
            throw new NotLoadable("it is no FHIR resource");
        } else if (shape.bundleType().equals("history") || shape.bundleType().equals("message")) {
            throw new NotLoadable("a bundle of type " + shape.bundleType() + " is no dossier");
        } else if (shape.bundleType().equals("batch")) {
            sendInPortions(((Bundle) parsed()).getEntry(), receiver);
        } else if (shape.entries() > 0) {
            receiver.receive(Payloads.of(wrapped()));
        }
    }

    private static void sendInPortions(List<BundleEntryComponent> entries, Receiver receiver)
            throws IOException, InterruptedException {
        for (int from = 0; from < entries.size(); from += PORTION) {
            WrappedResources wrapped = new WrappedResources();
            entries.subList(from, Math.min(from + PORTION, entries.size())).forEach(wrapped::addAsAsked);
            receiver.receive(Payloads.of(wrapped));
        }
    }

    private WrappedResources wrapped() throws IOException {
        WrappedResources wrapped = new WrappedResources();
        IBaseResource root = parsed();
        if (root instanceof Bundle bundle) {
            for (BundleEntryComponent entry : bundle.getEntry()) {
                wrapped.add(Optional.ofNullable(entry.getFullUrl()), entry.getResource());
            }
        } else {
            wrapped.add(Optional.empty(), (Resource) root);
        }
        return wrapped;
    }

    private IBaseResource parsed() throws IOException {
        FhirContext context = FhirContext.forR4Cached();
        IParser parser = xml ? context.newXmlParser() : context.newJsonParser();
        try (Reader reader = Files.newBufferedReader(file)) {
            return parser.parseResource(reader);
        } catch (DataFormatException e) {
            throw new NotLoadable("it is no FHIR R4: " + e.getMessage());
        }
    }

    private BodyPublisher fromDisk() {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }
}
