package nl.inzage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import nl.inzage.conformance.web.Answer;
import nl.inzage.conformance.web.Web;

/**
 * What a server says of itself to anyone.
 *
 * @param configuration smart-configuration, asked plainly
 * @param fromOrigin the same asked by a page of another site
 * @param acceptXml the same when XML is asked
 * @param preflight whether a page may ask for it
 * @param metadata the CapabilityStatement, asked by a page of another site
 * @param patient a patient, asked without a token
 */
public record Discovery(
        URI base,
        Answer configuration,
        Answer fromOrigin,
        Answer acceptXml,
        Answer preflight,
        Answer metadata,
        Answer patient) {

    /** A site that no server can know. */
    static final String STRANGER = "https://app.conformance.example";

    private static final String PATH = "/.well-known/smart-configuration";

    /**
     * Asks all of it.
     *
     * @throws NotASmartServer when nobody answers, or something else than a FHIR server does
     */
    public static Discovery of(URI base, Web web) throws NotASmartServer, InterruptedException {
        URI address = URI.create(base + PATH);
        URI metadata = URI.create(base + "/metadata");
        try {
            Answer configuration = web.get(address);
            Answer statement = web.get(metadata, "Accept", "application/fhir+json", "Origin", STRANGER);
            if (!configuration.json().isObject() && !statement.json().isObject()) {
                throw new NotASmartServer(strange(configuration));
            }
            return new Discovery(
                    base,
                    configuration,
                    web.get(address, "Origin", STRANGER),
                    web.get(address, "Accept", "application/fhir+xml"),
                    web.preflight(address, STRANGER, "GET", "accept"),
                    statement,
                    web.get(URI.create(base + "/Patient/1")));
        } catch (IOException e) {
            throw new NotASmartServer("There is no answer from " + address + " ("
                    + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + ").");
        }
    }

    private static String strange(Answer answer) {
        String found = answer.body().stripLeading().startsWith("<") ? "a web page or XML" : "no JSON";
        return answer.address() + " answers with status " + answer.status() + " and " + found
                + ", and metadata is no JSON either. Is this the FHIR base address?";
    }

    public JsonNode document() {
        return configuration.json();
    }

    public Set<String> capabilities() {
        return texts("capabilities");
    }

    public boolean offers(String capability) {
        return capabilities().contains(capability);
    }

    /** The texts of a list in smart-configuration. */
    Set<String> texts(String name) {
        Set<String> texts = new LinkedHashSet<>();
        document().path(name).forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /** An endpoint that smart-configuration names. */
    public Optional<URI> endpoint(String name) {
        String text = document().path(name).asText("");
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(URI.create(text)).filter(URI::isAbsolute);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The part of the CapabilityStatement about this server. */
    JsonNode rest() {
        return metadata.json().path("rest").path(0);
    }

    /** The types that can be searched by patient, as the CapabilityStatement says. */
    Set<String> typesSearchedByPatient() {
        Set<String> types = new LinkedHashSet<>();
        rest().path("resource").forEach(type -> {
            boolean searched = has(type.path("interaction"), "code", "search-type");
            boolean byPatient = has(type.path("searchParam"), "name", "patient");
            if (searched && byPatient) {
                types.add(type.path("type").asText());
            }
        });
        return types;
    }

    private static boolean has(JsonNode list, String name, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .anyMatch(item -> item.path(name).asText().equals(value));
    }
}
