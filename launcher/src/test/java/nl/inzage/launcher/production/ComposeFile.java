package nl.inzage.launcher.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** The docker-compose.yml of this repository, read as Docker Compose reads it. */
final class ComposeFile {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::([-?])([^}]*))?}");

    private final Map<String, Map<String, Object>> services;
    private final Path folder;
    private final Map<String, String> settings;

    /**
     * Reads the file.
     *
     * @param settings what .env would hold
     */
    @SuppressWarnings("unchecked") // the shape that Compose prescribes
    ComposeFile(Path file, Map<String, String> settings) throws IOException {
        Map<String, Object> root = new Yaml().load(Files.readString(file));
        this.services = (Map<String, Map<String, Object>>) root.get("services");
        this.folder = file.toAbsolutePath().getParent();
        this.settings = settings;
    }

    /** The environment of a service; a file that Compose would mount is named where it lies on this machine. */
    Map<String, String> environment(String service) {
        Map<String, String> mounts = mounts(service);
        Map<String, String> environment = new LinkedHashMap<>();
        ((Map<?, ?>) services.get(service).get("environment")).forEach((name, value) -> {
            String filled = filled(value.toString());
            environment.put(name.toString(), mounts.getOrDefault(filled, filled));
        });
        return environment;
    }

    int memoryInMegabytes(String service) {
        String limit = services.get(service).get("mem_limit").toString();
        return Integer.parseInt(limit.replace("m", ""));
    }

    private Map<String, String> mounts(String service) {
        Map<String, String> mounts = new LinkedHashMap<>();
        for (Object mount : (List<?>) services.get(service).getOrDefault("volumes", List.of())) {
            List<String> parts = List.of(filled(mount.toString()).split(":", -1));
            mounts.put(parts.get(1), folder.resolve(parts.get(0)).normalize().toString());
        }
        return mounts;
    }

    private String filled(String text) {
        return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found)));
    }

    private String value(java.util.regex.MatchResult variable) {
        String value = settings.get(variable.group(1));
        if (value != null && !value.isEmpty()) {
            return value;
        }
        if ("?".equals(variable.group(2))) {
            throw new IllegalStateException("Compose would refuse: " + variable.group(1) + " is not set");
        }
        return variable.group(3) == null ? "" : variable.group(3);
    }
}
