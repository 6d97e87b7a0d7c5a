package nl.inzage.policy.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.release.ReleasePolicy;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads one YAML file a hospital; a key that is unknown, missing or impossible stops the start. */
public final class PolicyBookReader {

    private static final Set<String> KEYS = Set.of("name", "results.embargoDays");

    /**
     * Reads the files that are part of the product: {@code hospitals/index.txt} names them.
     *
     * @throws PolicyException when a file cannot be used
     */
    public PolicyBook readBuiltIn() {
        Map<HospitalId, HospitalPolicy> policies = new HashMap<>();
        for (String line : resource("index.txt").lines().toList()) {
            if (!line.isBlank()) {
                HospitalPolicy policy = read(line.strip(), resource(line.strip()));
                policies.put(policy.id(), policy);
            }
        }
        return new PolicyBook(policies);
    }

    /**
     * Reads one policy file.
     *
     * @param file the file's name, which is the hospital's id with {@code .yaml}
     * @throws PolicyException when it cannot be used
     */
    HospitalPolicy read(String file, String content) {
        Map<String, Object> values = flatten("", parse(file, content));
        for (String key : values.keySet()) {
            if (!KEYS.contains(key)) {
                throw new PolicyException(file + ": unknown key " + key);
            }
        }
        for (String key : List.of("name", "results.embargoDays")) {
            if (values.get(key) == null) {
                throw new PolicyException(file + ": missing key " + key);
            }
        }
        return new HospitalPolicy(
                new HospitalId(file.replaceFirst("\\.yaml$", "")),
                values.get("name").toString(),
                new ReleasePolicy(days(file, "results.embargoDays", values)));
    }

    private static Period days(String file, String key, Map<String, Object> values) {
        if (values.get(key) instanceof Integer days && days >= 0 && days <= 365) {
            return Period.ofDays(days);
        }
        throw new PolicyException(file + ": " + key + " must be a whole number of days from 0 to 365");
    }

    private static Object parse(String file, String content) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            return new Yaml(new SafeConstructor(options)).load(content);
        } catch (YAMLException e) {
            throw new PolicyException(file + ": not valid YAML: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> flatten(String prefix, Object node) {
        Map<String, Object> flat = new HashMap<>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) ->
                    flat.putAll(flatten(prefix.isEmpty() ? key.toString() : prefix + "." + key, value)));
        } else if (!prefix.isEmpty()) {
            flat.put(prefix, node);
        }
        return flat;
    }

    private static String resource(String name) {
        try (InputStream in = PolicyBookReader.class.getResourceAsStream("/hospitals/" + name)) {
            if (in == null) {
                throw new PolicyException("hospitals/" + name + " is not part of this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
