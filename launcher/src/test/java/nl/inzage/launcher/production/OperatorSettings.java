package nl.inzage.launcher.production;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import nl.inzage.database.RolePasswords;

/** What an operator writes into .env: fresh secrets, free ports, and the files with clients and accounts. */
record OperatorSettings(Map<String, String> values) {

    private static final List<String> SECRETS = List.of(
            "INZAGE_POSTGRES_PASSWORD",
            "INZAGE_FHIR_DB_PASSWORD",
            "INZAGE_READER_DB_PASSWORD",
            "INZAGE_AUTH_DB_PASSWORD",
            "INZAGE_PORTAL_DB_PASSWORD",
            "INZAGE_PORTAL_CLIENT_SECRET",
            "INZAGE_INTROSPECTION_SECRET",
            "INZAGE_SMS_GATEWAY_TOKEN",
            "INZAGE_AUTH_ENCRYPTION_KEY");
    private static final Map<String, String> ADDRESSES = Map.of(
            "INZAGE_PORTAL_URL", "INZAGE_PORTAL_PORT",
            "INZAGE_FHIR_URL", "INZAGE_FHIR_PORT",
            "INZAGE_ISSUER", "INZAGE_AUTH_PORT");

    static OperatorSettings fresh() throws IOException {
        Map<String, String> values = new HashMap<>();
        SecureRandom random = new SecureRandom();
        for (String secret : SECRETS) {
            byte[] bytes = new byte[24];
            random.nextBytes(bytes);
            values.put(secret, HexFormat.of().formatHex(bytes));
        }
        for (var address : ADDRESSES.entrySet()) {
            String port = freePort();
            values.put(address.getValue(), port);
            values.put(address.getKey(), "http://localhost:" + port);
        }
        return new OperatorSettings(values);
    }

    /** Writes the repository's clients file with this portal's address and the hospital's system added, and accounts. */
    void writeFiles(Path home, Path folder, HospitalSystem hospital) throws IOException {
        String clients = Files.readString(home.resolve("deploy/settings/clients.yaml"))
                        .replace("http://localhost:8080", portal())
                + hospital.registration();
        values.put("INZAGE_CLIENTS_FILE", write(folder.resolve("clients.yaml"), clients));
        values.put("INZAGE_ACCOUNTS_FILE", write(folder.resolve("accounts.yaml"), resource("accounts.yaml")));
    }

    RolePasswords passwords() {
        return new RolePasswords(
                values.get("INZAGE_FHIR_DB_PASSWORD"),
                values.get("INZAGE_READER_DB_PASSWORD"),
                values.get("INZAGE_AUTH_DB_PASSWORD"),
                values.get("INZAGE_PORTAL_DB_PASSWORD"));
    }

    String portal() {
        return values.get("INZAGE_PORTAL_URL");
    }

    String fhir() {
        return values.get("INZAGE_FHIR_URL");
    }

    String issuer() {
        return values.get("INZAGE_ISSUER");
    }

    static String resource(String name) throws IOException {
        try (InputStream in = OperatorSettings.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    private static String write(Path file, String content) throws IOException {
        return Files.writeString(file, content).toString();
    }
}
