package nl.inzage.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The connection of a demo run with the simulator that stands in for DigiD. */
record DigidFile(Addresses addresses) {

    static final String CLIENT_ID = "inzage-demo";

    /** Where the authorization server waits for people who come back. */
    String redirectUri() {
        return addresses.issuer() + "/inloggen/digid/terug";
    }

    void writeTo(Path file) throws IOException {
        Map<String, Object> connection = new LinkedHashMap<>();
        connection.put("hospital", "linde");
        connection.put("issuer", addresses.digid().toString());
        connection.put("authorizeUri", addresses.digid() + "/authorize");
        connection.put("tokenUri", addresses.digid() + "/token");
        connection.put("jwksUri", addresses.digid() + "/jwks");
        connection.put("clientId", CLIENT_ID);
        connection.put("secret", "${INZAGE_DIGID_CLIENT_SECRET}");
        Files.writeString(file, new Yaml().dump(Map.of("digid", List.of(connection))));
    }
}
