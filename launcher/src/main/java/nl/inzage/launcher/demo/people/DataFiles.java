package nl.inzage.launcher.demo.people;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads YAML files of the class path strictly: an unknown or missing word is refused with its place. */
final class DataFiles {

    private final String folder;
    private final ObjectMapper yaml;

    DataFiles(String folder) {
        this.folder = folder;
        YAMLMapper mapper = new YAMLMapper();
        mapper.registerModule(new Jdk8Module());
        for (Class<?> required : List.of(String.class, When.class, PersonName.class, Address.class, Person.class)) {
            mapper.configOverride(required).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL));
        }
        for (Class<?> collection : List.of(List.class, Map.class)) {
            mapper.configOverride(collection).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
        this.yaml = mapper;
    }

    <T> T read(String name, Class<T> type) {
        try (InputStream in = open(name)) {
            return yaml.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's file " + name + " is not right", e);
        }
    }

    List<String> lines(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(String name) throws IOException {
        InputStream in = DataFiles.class.getResourceAsStream(folder + name);
        if (in == null) {
            throw new IOException("The demo has no file " + name);
        }
        return in;
    }
}
