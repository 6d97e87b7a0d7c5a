package nl.inzage.policy.book;

import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.inzage.policy.consent.NationalConsentRules;
import nl.inzage.policy.identity.HospitalId;

/**
 * Reads one YAML file a hospital. A key that is unknown, missing, doubled or has an impossible value stops the start
 * with a {@link PolicyException}.
 */
public final class PolicyBookReader {

    private static final String DEFAULTS = "default.yaml";

    /**
     * Reads the files that are part of the product.
     *
     * @throws PolicyException when a file cannot be used
     */
    public PolicyBook readBuiltIn() {
        return read(builtIn());
    }

    /**
     * Reads the files that are part of the product and those in a folder. A file in the folder takes the place of one
     * with the same name.
     *
     * @throws PolicyException when a file or the folder cannot be used
     */
    public PolicyBook readWith(Path folder) {
        Map<String, String> contents = new TreeMap<>(builtIn());
        contents.putAll(PolicyFiles.in(folder));
        return read(contents);
    }

    /**
     * Reads policy files.
     *
     * @param contents by the file's name, which is the hospital's id with {@code .yaml}
     */
    PolicyBook read(Map<String, String> contents) {
        Map<String, PolicyFile> files = new TreeMap<>();
        contents.forEach((name, content) -> files.put(name, new PolicyFileParser(name).parse(content)));
        PolicyFile defaults = Optional.ofNullable(files.remove(DEFAULTS))
                .filter(file -> file.kind() == PolicyFile.Kind.DEFAULTS)
                .orElseThrow(() -> new PolicyException(DEFAULTS + ": missing, or not of kind defaults"));
        PolicyPage ofDefaults = new PolicyPage(defaults);
        new HospitalPages(ofDefaults).read(new HospitalId(defaults.id()));

        Map<HospitalId, HospitalPolicy> policies = new LinkedHashMap<>();
        Map<String, List<Statement>> statements = new LinkedHashMap<>();
        statements.put(defaults.id(), ofDefaults.statements());
        Optional<NationalConsentRules> register = Optional.empty();
        for (PolicyFile file : files.values()) {
            PolicyPage page = file.kind() == PolicyFile.Kind.CONSENT_REGISTER
                    ? new PolicyPage(file)
                    : new PolicyPage(file, defaults);
            switch (file.kind()) {
                case HOSPITAL -> {
                    HospitalId id = idOf(file);
                    policies.put(id, new HospitalPages(page).read(id));
                }
                case CONSENT_REGISTER -> register = Optional.of(new ConsentRegisterPage(page).read());
                case DEFAULTS ->
                    throw PolicyException.at(
                            file.name(), file.whole(), "only " + DEFAULTS + " can be of kind defaults");
            }
            statements.put(file.id(), page.statements());
        }
        return new PolicyBook(policies, register, statements);
    }

    private static HospitalId idOf(PolicyFile file) {
        try {
            return new HospitalId(file.id());
        } catch (IllegalArgumentException e) {
            throw new PolicyException(file.name() + ": the name of the file is not a hospital id", e);
        }
    }

    private static Map<String, String> builtIn() {
        URL defaults = PolicyBookReader.class.getResource("/hospitals/" + DEFAULTS);
        if (defaults == null) {
            throw new PolicyException("hospitals/" + DEFAULTS + " is not part of this build");
        }
        return PolicyFiles.beside(defaults);
    }
}
