package nl.inzage.fhir.narrow;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;

/** Reads a batch: a Bundle of up to twenty GETs, and nothing that writes or is conditional. */
final class BatchReader {

    private static final int MAXIMUM = 20;
    private static final int BYTES = 64 * 1024;
    private static final int LONGEST_ADDRESS = 200;
    private static final String[] JSON = {"application/fhir+json", "application/json"};
    private static final String[] XML = {"application/fhir+xml", "application/xml", "text/xml"};

    private final FhirContext fhir;

    BatchReader(FhirContext fhir) {
        this.fhir = fhir;
    }

    /**
     * The entries.
     *
     * @throws Refusal when it is no batch that this door takes
     */
    List<BundleEntryComponent> read(HttpServletRequest request) {
        boolean isXml = Formats.isType(request, XML);
        if (!isXml && !Formats.isType(request, JSON)) {
            throw Refusal.mediaType();
        }
        Parameters said = Parameters.ofUrl(request.getQueryString()).without(Formats.PARAMETER::equals);
        if (!said.pairs().isEmpty()) {
            throw Refusal.shape("A batch takes no parameters");
        }
        Bundle bundle = parsed(isXml ? fhir.newXmlParser() : fhir.newJsonParser(), body(request));
        if (bundle.getType() != BundleType.BATCH) {
            throw Refusal.shape("Of Bundles only a batch is taken");
        }
        if (bundle.getEntry().size() > MAXIMUM) {
            throw Refusal.shape("A batch has at most " + MAXIMUM + " entries");
        }
        return bundle.getEntry();
    }

    /**
     * The URL that an entry asks, relative to the base.
     *
     * @throws Refusal when it is not a plain GET
     */
    static String urlOf(BundleEntryComponent entry) {
        if (entry.getRequest().getMethod() != HTTPVerb.GET) {
            throw Refusal.method();
        }
        if (entry.getResource() != null
                || entry.getRequest().hasIfMatch()
                || entry.getRequest().hasIfNoneMatch()
                || entry.getRequest().hasIfModifiedSince()
                || entry.getRequest().hasIfNoneExist()) {
            throw Refusal.shape("An entry of a batch is a method and a URL");
        }
        String url = entry.getRequest().getUrl();
        if (url == null) {
            throw Refusal.value("An entry has no URL");
        }
        return url;
    }

    /** How an entry that could not be understood is written down: without parameters, which may be personal. */
    static String addressOf(BundleEntryComponent entry) {
        HTTPVerb method = entry.getRequest().getMethod();
        String url = Objects.toString(entry.getRequest().getUrl(), "");
        String path = url.split("[?#;]", 2)[0];
        return (method == null ? "" : method.toCode() + " ")
                + (path.length() > LONGEST_ADDRESS ? path.substring(0, LONGEST_ADDRESS) : path);
    }

    private static String body(HttpServletRequest request) {
        try {
            byte[] body = request.getInputStream().readNBytes(BYTES + 1);
            if (body.length > BYTES) {
                throw Refusal.value("A batch has at most 64 KiB");
            }
            return new String(body, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bundle parsed(IParser parser, String body) {
        try {
            return parser.parseResource(Bundle.class, body);
        } catch (DataFormatException | ClassCastException unreadable) {
            throw Refusal.value("The body is not a Bundle");
        }
    }
}
