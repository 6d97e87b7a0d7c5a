package nl.inzage.auth.client;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.inzage.auth.settings.AuthSettings;
import nl.inzage.auth.settings.Secret;
import nl.inzage.auth.settings.YamlEntries;
import nl.inzage.auth.settings.YamlEntry;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Reads the registered SMART clients of INZAGE_CLIENTS_FILE. */
@Component
class ClientsFile {

    private static final Set<String> KEYS = Set.of(
            "id",
            "name",
            "kind",
            "authentication",
            "secret",
            "hospital",
            "jwks",
            "jwksUri",
            "redirectUris",
            "postLogoutRedirectUris",
            "scopes",
            "consent",
            "introspection",
            "launchUri",
            "origins");

    /** Gets no tokens and asks about those of others: the FHIR server. */
    private static final String RESOURCE_SERVER = "resource-server";

    private static final Map<String, List<String>> AUTHENTICATION = Map.of(
            "app",
            List.of("client_secret_basic", "private_key_jwt", "none"),
            "system",
            List.of("private_key_jwt"),
            RESOURCE_SERVER,
            List.of("client_secret_basic"));

    private final String file;
    private final Environment environment;
    private final PolicyBook policies;
    private final SecretHash secretHash = new SecretHash();

    ClientsFile(AuthSettings settings, Environment environment, PolicyBook policies) {
        this.file = settings.clientsFile();
        this.environment = environment;
        this.policies = policies;
    }

    List<ClientEntry> clients() {
        return YamlEntries.read("INZAGE_CLIENTS_FILE", file, "clients").stream()
                .map(this::client)
                .toList();
    }

    private ClientEntry client(YamlEntry entry) {
        entry.only(KEYS);
        String kind = kind(entry);
        boolean system = kind.equals("system");
        boolean app = kind.equals("app");
        String authentication = authentication(entry, kind);
        boolean keys = authentication.equals("private_key_jwt");
        List<String> redirectUris = app ? ClientUris.redirects(entry, "redirectUris", true) : List.of();
        return new ClientEntry(
                id(entry),
                entry.text("name"),
                kind,
                authentication,
                authentication.equals("client_secret_basic") ? Optional.of(secret(entry)) : Optional.empty(),
                system ? Optional.of(hospital(entry)) : Optional.empty(),
                keys ? jwks(entry) : Optional.empty(),
                keys ? jwksUri(entry) : Optional.empty(),
                redirectUris,
                app ? ClientUris.redirects(entry, "postLogoutRedirectUris", false) : List.of(),
                kind.equals(RESOURCE_SERVER) ? List.of() : scopes(entry),
                entry.flag("consent", true),
                kind.equals(RESOURCE_SERVER) || entry.flag("introspection", false),
                app
                        ? entry.optional("launchUri").map(uri -> ClientUris.launch(entry, "launchUri", uri))
                        : Optional.empty(),
                ClientUris.origins(entry, redirectUris));
    }

    private static String kind(YamlEntry entry) {
        String kind = entry.text("kind");
        if (!AUTHENTICATION.containsKey(kind)) {
            throw entry.refused("must have kind app, system or resource-server");
        }
        return kind;
    }

    private static String id(YamlEntry entry) {
        String id = entry.text("id");
        if (!id.matches("[A-Za-z0-9._-]{2,64}") || id.equals("inzage-auth-server")) {
            throw entry.refused("must have an id of letters, digits, dots and dashes that is not the server's own");
        }
        return id;
    }

    private static String authentication(YamlEntry entry, String kind) {
        String authentication = entry.text("authentication");
        List<String> possible = AUTHENTICATION.get(kind);
        if (!possible.contains(authentication)) {
            throw entry.refused("must have authentication " + String.join(" or ", possible));
        }
        return authentication;
    }

    private String secret(YamlEntry entry) {
        String reference = entry.text("secret");
        if (!reference.matches("\\$\\{[A-Z0-9_]+}")) {
            throw entry.refused("must name its secret as ${ENVIRONMENT_VARIABLE}, not hold it");
        }
        String variable = reference.substring(2, reference.length() - 1);
        String value = environment.getProperty(variable);
        Secret.Rule.problem(value).ifPresent(problem -> {
            throw entry.refused("needs the environment variable " + variable + ", which " + problem);
        });
        return secretHash.encode(value);
    }

    private String hospital(YamlEntry entry) {
        HospitalId hospital = entry.parsed("hospital", HospitalId::new);
        if (policies.of(hospital).isEmpty()) {
            throw entry.refused("acts for hospital " + hospital + ", which has no policy file");
        }
        return hospital.value();
    }

    private static Optional<String> jwks(YamlEntry entry) {
        Optional<String> keys = entry.map("jwks").map(map -> publicKeys(entry, map));
        if (keys.isPresent() == entry.optional("jwksUri").isPresent()) {
            throw entry.refused("must have either jwks or jwksUri");
        }
        return keys;
    }

    private static String publicKeys(YamlEntry entry, Map<?, ?> map) {
        Map<String, Object> json = new HashMap<>();
        map.forEach((key, value) -> json.put(key.toString(), value));
        try {
            JWKSet set = JWKSet.parse(JSONObjectUtils.toJSONString(json));
            if (!PublicKeySet.isPublic(set)) {
                throw entry.refused("must have public keys, and only those, in jwks");
            }
            return set.toString();
        } catch (ParseException e) {
            throw entry.refused("has a jwks that is not a JSON Web Key Set");
        }
    }

    private static Optional<String> jwksUri(YamlEntry entry) {
        return entry.optional("jwksUri").map(uri -> ClientUris.secure(entry, "jwksUri", uri));
    }

    private static List<String> scopes(YamlEntry entry) {
        List<String> scopes = entry.list("scopes");
        if (scopes.isEmpty() || scopes.stream().anyMatch(scope -> scope.isBlank() || scope.contains(" "))) {
            throw entry.refused("must have a list of scopes");
        }
        return scopes;
    }
}
