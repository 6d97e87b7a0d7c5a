package nl.inzage.auth.digid;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.inzage.auth.session.LoginMeans;
import nl.inzage.auth.settings.FactorSettings;
import nl.inzage.auth.settings.Secret;
import nl.inzage.auth.settings.YamlEntries;
import nl.inzage.auth.settings.YamlEntry;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.login.DigidLevel;
import nl.inzage.policy.login.LoginMethod;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Reads the connections with DigiD of INZAGE_DIGID_FILE; without that setting there are none. */
@Component
class DigidFile {

    private static final Set<String> KEYS = Set.of(
            "hospital",
            "issuer",
            "authorizeUri",
            "tokenUri",
            "jwksUri",
            "clientId",
            "secret",
            "scopes",
            "bsnClaim",
            "levels");

    private final FactorSettings settings;
    private final Environment environment;
    private final PolicyBook policies;

    DigidFile(FactorSettings settings, Environment environment, PolicyBook policies) {
        this.settings = settings;
        this.environment = environment;
        this.policies = policies;
    }

    List<DigidConnection> connections() {
        String file = settings.digidFile();
        if (file == null || file.isBlank()) {
            return List.of();
        }
        List<DigidConnection> connections = new ArrayList<>();
        for (YamlEntry entry : YamlEntries.read("INZAGE_DIGID_FILE", file, "digid")) {
            DigidConnection connection = connection(entry.only(KEYS));
            if (connections.stream().anyMatch(other -> other.hospital().equals(connection.hospital()))) {
                throw entry.refused("is a second connection of hospital " + connection.hospital());
            }
            connections.add(connection);
        }
        return List.copyOf(connections);
    }

    private DigidConnection connection(YamlEntry entry) {
        List<String> scopes = entry.list("scopes");
        return new DigidConnection(
                hospital(entry),
                entry.text("issuer"),
                address(entry, "authorizeUri"),
                address(entry, "tokenUri"),
                address(entry, "jwksUri"),
                entry.text("clientId"),
                secret(entry),
                scopes.isEmpty() ? List.of("openid") : scopes,
                entry.optional("bsnClaim").orElse("bsn"),
                levels(entry));
    }

    private HospitalId hospital(YamlEntry entry) {
        HospitalId hospital = entry.parsed("hospital", HospitalId::new);
        boolean offered = policies.of(hospital)
                .filter(policy -> policy.account().login().methods().contains(LoginMethod.DIGID))
                .isPresent();
        if (!offered) {
            throw entry.refused("is for hospital " + hospital + ", whose policy has no login with DigiD");
        }
        return hospital;
    }

    /** An address at the bridge: with TLS, or on this machine. */
    private static URI address(YamlEntry entry, String key) {
        URI address = entry.parsed(key, URI::create);
        boolean local = "http".equals(address.getScheme())
                && Set.of("localhost", "127.0.0.1").contains(String.valueOf(address.getHost()));
        if (address.getHost() == null || !("https".equals(address.getScheme()) || local)) {
            throw entry.refused("must have an https address for " + key);
        }
        return address;
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
        return value;
    }

    /** The names that Logius gives the levels, which most bridges pass on, unless the file has others. */
    private static Map<DigidLevel, List<String>> levels(YamlEntry entry) {
        Map<DigidLevel, List<String>> levels = new EnumMap<>(DigidLevel.class);
        if (entry.map("levels").isEmpty()) {
            for (DigidLevel level : DigidLevel.values()) {
                levels.put(
                        level,
                        List.of(LoginMeans.valueOf("DIGID_" + level.name()).acr()));
            }
            return Map.copyOf(levels);
        }
        YamlEntry named = entry.nested("levels").only(Set.of("basis", "midden", "substantieel", "hoog"));
        for (DigidLevel level : DigidLevel.values()) {
            List<String> values = named.list(level.name().toLowerCase(Locale.ROOT));
            if (!values.isEmpty()) {
                levels.put(level, values);
            }
        }
        return Map.copyOf(levels);
    }
}
