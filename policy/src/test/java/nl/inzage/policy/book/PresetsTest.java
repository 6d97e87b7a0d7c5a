package nl.inzage.policy.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.inzage.policy.identity.HospitalId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every parameter of every hospital, as the rules get it: src/test/resources/presets.csv. The file is checked
 * against the hospitals' texts, apart from the policy files.
 */
class PresetsTest {

    private static final Path TABLE = Path.of("src", "test", "resources", "presets.csv");

    @ParameterizedTest
    @ValueSource(strings = {"mumc", "umcg", "umcu", "amcvumc", "linde"})
    void the_rules_of_a_hospital_are_what_its_texts_say(String hospital)
            throws IOException, ReflectiveOperationException {
        HospitalPolicy policy = new PolicyBookReader().readBuiltIn().require(new HospitalId(hospital));

        Map<String, String> read = new LinkedHashMap<>();
        flatten("", policy, read);

        assertThat(new TreeMap<>(read)).isEqualTo(new TreeMap<>(expected(hospital)));
    }

    private static Map<String, String> expected(String hospital) throws IOException {
        List<String> lines = Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
        int column = cells(lines.get(0)).indexOf(hospital);
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            values.put(cells(line).get(0), cells(line).get(column));
        }
        return values;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }

    private static void flatten(String path, Object value, Map<String, String> into)
            throws ReflectiveOperationException {
        if (!(value instanceof Record) || value instanceof HospitalId) {
            into.put(path, written(value));
            return;
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            String name = path.isEmpty() ? component.getName() : path + "." + component.getName();
            component.getAccessor().setAccessible(true);
            flatten(name, component.getAccessor().invoke(value), into);
        }
    }

    private static String written(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(PresetsTest::written).orElse("-");
        }
        if (value instanceof Map<?, ?> map) {
            List<String> entries = new ArrayList<>();
            map.forEach((key, each) -> entries.add(key + "=" + each));
            return joined(entries.stream().sorted().toList());
        }
        if (value instanceof Set<?> values) {
            return joined(values.stream().map(PresetsTest::written).sorted().toList());
        }
        if (value instanceof List<?> values) {
            return values.stream().anyMatch(Record.class::isInstance)
                    ? values.size() + " of them"
                    : joined(values.stream().map(PresetsTest::written).toList());
        }
        return value.toString();
    }

    private static String joined(List<String> parts) {
        return parts.isEmpty() ? "-" : String.join(" ", parts);
    }
}
