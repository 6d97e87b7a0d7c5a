package nl.inzage.auth.client;

import com.nimbusds.jose.jwk.JWK;
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
            "introspection");
    private static final Set<String> APP_AUTHENTICATION = Set.of("client_secret_basic", "none", "private_key_jwt");

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
        boolean system = isSystem(entry);
        String authentication = authentication(entry, system);
        boolean keys = authentication.equals("private_key_jwt");
        return new ClientEntry(
                id(entry),
                entry.text("name"),
                entry.text("kind"),
                authentication,
                authentication.equals("client_secret_basic") ? Optional.of(secret(entry)) : Optional.empty(),
                system ? Optional.of(hospital(entry)) : Optional.empty(),
                keys ? jwks(entry) : Optional.empty(),
                keys ? jwksUri(entry) : Optional.empty(),
                system ? List.of() : ClientUris.redirects(entry, "redirectUris", true),
                system ? List.of() : ClientUris.redirects(entry, "postLogoutRedirectUris", false),
                scopes(entry),
                entry.flag("consent", true),
                entry.flag("introspection", false));
    }

    private static boolean isSystem(YamlEntry entry) {
        return switch (entry.text("kind")) {
            case "system" -> true;
            case "app" -> false;
            default -> throw entry.refused("must have kind app or system");
        };
    }

    private static String id(YamlEntry entry) {
        String id = entry.text("id");
        if (!id.matches("[A-Za-z0-9._-]{2,64}") || id.equals("inzage-auth-server")) {
            throw entry.refused("must have an id of letters, digits, dots and dashes that is not the server's own");
        }
        return id;
    }

    private static String authentication(YamlEntry entry, boolean system) {
        String authentication = entry.text("authentication");
        if (system ? !authentication.equals("private_key_jwt") : !APP_AUTHENTICATION.contains(authentication)) {
            throw entry.refused("must have authentication "
                    + (system ? "private_key_jwt" : "client_secret_basic, private_key_jwt or none"));
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
            if (set.isEmpty() || set.getKeys().stream().anyMatch(JWK::isPrivate)) {
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
