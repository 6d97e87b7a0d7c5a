package nl.inzage.conformance;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import nl.inzage.conformance.app.AppClient;
import nl.inzage.conformance.app.ClientProof;
import nl.inzage.conformance.app.Listener;
import nl.inzage.conformance.check.Options;

/** Reads options from arguments and from a properties file; an argument goes before the file. */
final class OptionsReader {

    private static final Set<String> NAMES = Set.of(
            "client-id",
            "client-secret",
            "client-key",
            "scope",
            "redirect-port",
            "ehr-launch",
            "system-id",
            "system-key",
            "system-scope",
            "introspection-id",
            "introspection-secret",
            "introspection-key",
            "groups",
            "wait",
            "json",
            "certificates",
            "settings");

    private static final String SCOPE = "launch/patient openid fhirUser offline_access patient/*.rs";

    private final Set<String> allGroups;
    private final Map<String, String> values = new HashMap<>();

    private OptionsReader(Set<String> allGroups) {
        this.allGroups = allGroups;
    }

    /**
     * Reads them.
     *
     * @param arguments the FHIR base address, and options as --name value
     */
    static Options read(List<String> arguments, Set<String> allGroups) throws OptionsRefused, IOException {
        return new OptionsReader(allGroups).options(arguments);
    }

    private Options options(List<String> arguments) throws OptionsRefused, IOException {
        if (arguments.isEmpty() || arguments.get(0).startsWith("--")) {
            throw new OptionsRefused("Begin with the FHIR base address.");
        }
        for (int i = 1; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!name.startsWith("--") || i + 1 == arguments.size()) {
                throw new OptionsRefused("Give options as --name value; " + name + " is not.");
            }
            put(name.substring(2), arguments.get(i + 1));
        }
        if (values.containsKey("settings")) {
            readFile(Path.of(values.get("settings")));
        }
        int port = number("redirect-port", 8787, 65_535);
        return new Options(
                base(arguments.get(0)),
                client("client", values.getOrDefault("scope", SCOPE), port),
                values.getOrDefault("ehr-launch", "no").equals("yes"),
                client("system", values.getOrDefault("system-scope", "system/*.rs"), port),
                client("introspection", "", port),
                groups(),
                Duration.ofSeconds(number("wait", 180, 3_600)),
                port,
                Optional.ofNullable(values.get("json")).map(Path::of),
                Optional.ofNullable(values.get("certificates")).map(Path::of));
    }

    private void put(String name, String value) throws OptionsRefused {
        if (!NAMES.contains(name)) {
            throw new OptionsRefused("There is no option " + name + ".");
        }
        values.putIfAbsent(name, value);
    }

    private void readFile(Path file) throws OptionsRefused, IOException {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        for (String name : lines.stringPropertyNames()) {
            put(name, lines.getProperty(name));
        }
    }

    private static URI base(String text) throws OptionsRefused {
        try {
            URI base = URI.create(text.replaceAll("/+$", ""));
            if (base.getHost() != null && List.of("http", "https").contains(base.getScheme())) {
                return base;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new OptionsRefused(text + " is no http or https address.");
    }

    private Optional<AppClient> client(String role, String scope, int port) throws OptionsRefused, IOException {
        String id = values.get(role + "-id");
        if (id == null) {
            return Optional.empty();
        }
        URI redirect = URI.create("http://127.0.0.1:" + port + Listener.CALLBACK);
        return Optional.of(new AppClient(id, proof(role), redirect, scope));
    }

    private ClientProof proof(String role) throws OptionsRefused, IOException {
        String secret = values.get(role + "-secret");
        String key = values.get(role + "-key");
        if (secret != null && key != null) {
            throw new OptionsRefused("A client has a secret or a key, not both.");
        }
        if (key != null) {
            return new ClientProof.Key(key(Path.of(key)));
        }
        if (role.equals("system")) {
            throw new OptionsRefused("A system has a key: give --system-key.");
        }
        return secret == null ? new ClientProof.None() : new ClientProof.Secret(secret);
    }

    /** A private key: by itself, or the first one of a set. */
    private static JWK key(Path file) throws OptionsRefused, IOException {
        String text = Files.readString(file);
        try {
            JWK key = text.contains("\"keys\"") ? JWKSet.parse(text).getKeys().get(0) : JWK.parse(text);
            if (key.isPrivate()) {
                return key;
            }
        } catch (ParseException | IndexOutOfBoundsException e) {
            throw new OptionsRefused(file + " is no JSON Web Key.");
        }
        throw new OptionsRefused(file + " has no private key.");
    }

    private Set<String> groups() throws OptionsRefused {
        String text = values.get("groups");
        if (text == null) {
            return allGroups;
        }
        Set<String> chosen = new LinkedHashSet<>(Arrays.asList(text.split(",")));
        if (!allGroups.containsAll(chosen)) {
            throw new OptionsRefused("The groups are: " + String.join(", ", allGroups) + ".");
        }
        return chosen;
    }

    private int number(String name, int usual, int most) throws OptionsRefused {
        String text = values.getOrDefault(name, String.valueOf(usual));
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw new OptionsRefused("--" + name + " is a number up to " + most + ".");
    }
}
