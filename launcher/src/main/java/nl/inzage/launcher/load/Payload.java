package nl.inzage.launcher.load;

import java.net.http.HttpRequest.BodyPublisher;
import java.util.function.Supplier;

/**
 * A transaction that is ready to be sent.
 *
 * @param mediaType of the body
 * @param entries how many resources it brings
 * @param repeatable whether sending it twice has the effect of sending it once
 * @param body made anew for each attempt
 */
record Payload(String mediaType, int entries, boolean repeatable, Supplier<BodyPublisher> body) {

    static final String JSON = "application/fhir+json";
    static final String XML = "application/fhir+xml";
}
