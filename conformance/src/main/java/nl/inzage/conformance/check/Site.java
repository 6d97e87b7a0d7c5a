package nl.inzage.conformance.check;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import nl.inzage.conformance.app.Granted;
import nl.inzage.conformance.web.Answer;
import nl.inzage.conformance.web.Web;

/** The server that is judged, and the clock by which. */
record Site(Discovery discovery, Web web, Clock clock) {

    /** An address under the FHIR base. */
    URI at(String path) {
        return URI.create(discovery.base() + "/" + path);
    }

    /** Asks the FHIR server with an access token. */
    Answer read(Granted granted, String path) throws IOException, InterruptedException {
        return web.get(at(path), "Authorization", granted.bearer(), "Accept", "application/fhir+json");
    }

    /** All of a type that a token gives. */
    Answer search(Granted granted, String type) throws IOException, InterruptedException {
        String patient = granted.patient();
        return read(granted, type + (type.equals("Patient") ? "?_id=" : "?patient=") + patient);
    }
}
