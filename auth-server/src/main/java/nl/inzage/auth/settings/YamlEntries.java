package nl.inzage.auth.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a YAML file that is one named list of entries. */
public final class YamlEntries {

    private YamlEntries() {}

    /**
     * Reads the list under {@code key}.
     *
     * @param variable the environment variable that named the file, for the sentence when it cannot be used
     * @throws StartRefused when there is no such file or list
     */
    public static List<YamlEntry> read(String variable, String file, String key) {
        String place = variable + " (" + file + ")";
        Object root = parse(place, file);
        if (!(root instanceof Map<?, ?> map) || map.size() != 1 || !(map.get(key) instanceof List<?> list)) {
            throw new StartRefused(place + " must hold one list called " + key + ".");
        }
        List<YamlEntry> entries = new ArrayList<>();
        for (Object item : list) {
            String where = place + ", entry " + (entries.size() + 1);
            if (!(item instanceof Map<?, ?> values)) {
                throw new StartRefused(where + " is not a list of keys and values.");
            }
            entries.add(new YamlEntry(where, values));
        }
        return entries;
    }

    private static Object parse(String place, String file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            return new Yaml(new SafeConstructor(options)).load(Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new StartRefused(place + " cannot be read.");
        } catch (MarkedYAMLException e) {
            // The message would quote the line, which may hold a secret.
            throw new StartRefused(
                    place + " is not valid YAML at line " + (e.getProblemMark().getLine() + 1) + ".");
        } catch (YAMLException e) {
            throw new StartRefused(place + " is not valid YAML.");
        }
    }
}
