package nl.inzage.auth.launch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.inzage.auth.page.FormDestination;
import nl.inzage.auth.settings.AuthSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The registered apps that say where they are opened. */
@Repository
public class LaunchableApps implements FormDestination {

    private final JdbcClient database;
    private final String fhirBase;

    LaunchableApps(JdbcClient database, AuthSettings settings) {
        this.database = database;
        this.fhirBase = settings.narrowDoor();
    }

    /** All of them, by name. */
    public List<LaunchableApp> all() {
        return database.sql(
                        """
                        select client_id, name, launch_uri from client where kind = 'app' and launch_uri is not null
                        order by lower(name), client_id""")
                .query((row, number) -> new LaunchableApp(
                        row.getString("client_id"), row.getString("name"), URI.create(row.getString("launch_uri"))))
                .list();
    }

    /** The one with this client id. */
    public Optional<LaunchableApp> of(String clientId) {
        return all().stream().filter(app -> app.clientId().equals(clientId)).findFirst();
    }

    /** Where the browser goes to open an app with this handle: SMART 2.2, EHR launch, parameters {@code iss} and {@code launch}. */
    public URI address(LaunchableApp app, String handle) {
        return UriComponentsBuilder.fromUri(app.launchUri())
                .queryParam("iss", UriUtils.encode(fhirBase, StandardCharsets.UTF_8))
                .queryParam("launch", handle)
                .build(true)
                .toUri();
    }

    @Override
    public List<URI> formDestinations() {
        return all().stream().map(LaunchableApp::launchUri).toList();
    }
}
