package nl.inzage.launcher;

import java.net.URI;

/**
 * Where the parts of a run are found by a browser and by each other.
 *
 * @param conformance where the app is that a conformance run plays; by number, as RFC 8252 section 7.3 advises
 * @param app where an app is that somebody tries in the demo; by number too
 */
public record Addresses(URI portal, URI fhir, URI issuer, URI digid, URI conformance, URI app) {

    static Addresses of(Ports ports) {
        return new Addresses(
                local(ports.portal()),
                local(ports.fhir()),
                local(ports.auth()),
                local(ports.digid()),
                URI.create("http://127.0.0.1:" + ports.conformance()),
                URI.create("http://127.0.0.1:" + ports.app()));
    }

    private static URI local(int port) {
        return URI.create("http://localhost:" + port);
    }

    /** The base address of the FHIR server for people and their apps: what an app calls {@code iss} and {@code aud}. */
    public URI fhirBase() {
        return fhir.resolve("/fhir");
    }

    /** Where the demo outbox shows the SMS messages and e-mails that were sent. */
    public URI outbox() {
        return portal.resolve("/demo/outbox");
    }
}
