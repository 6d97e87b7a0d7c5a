package nl.inzage.conformance.check;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import nl.inzage.conformance.app.AppClient;

/**
 * What a run is to do.
 *
 * @param base the FHIR base address, without a slash at its end
 * @param app that a person launches
 * @param ehrLaunch whether the app is launched from a portal or EHR as well
 * @param system that gets tokens without a person
 * @param introspector that asks about the tokens of others
 * @param patience how long the person may take for each step
 * @param port on this machine to which the browser comes back
 */
public record Options(
        URI base,
        Optional<AppClient> app,
        boolean ehrLaunch,
        Optional<AppClient> system,
        Optional<AppClient> introspector,
        Set<String> groups,
        Duration patience,
        int port,
        Optional<Path> json,
        Optional<Path> certificates) {

    public Options {
        groups = Set.copyOf(groups);
    }
}
