package nl.inzage.policy.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import nl.inzage.policy.identity.HospitalId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hospital is added by adding one file: src/test/resources/one-more-hospital/elders.yaml, and nothing else. */
class OneMoreHospitalTest {

    private static final Path ITS_FILE = Path.of("src", "test", "resources", "one-more-hospital");

    private final PolicyBookReader reader = new PolicyBookReader();

    @TempDir
    private Path folder;

    @Test
    void it_is_served_from_a_folder_beside_the_product() {
        PolicyBook book = reader.readWith(ITS_FILE);

        HospitalPolicy elders = book.require(new HospitalId("elders"));
        assertThat(elders.name()).isEqualTo("Ziekenhuis Elders");
        assertThat(elders.account().session().idle()).isEqualTo(Duration.ofMinutes(5));
        assertThat(book.hospitals()).hasSize(6);
        assertThat(book.nationalConsent()).isPresent();
    }

    @Test
    void a_file_in_the_folder_takes_the_place_of_the_one_in_the_product() throws IOException {
        String linde = Files.readString(Path.of("hospitals", "linde.yaml"));
        Files.writeString(folder.resolve("linde.yaml"), linde.replace("Ziekenhuis De Linde", "Ziekenhuis De Eik"));
        Files.writeString(folder.resolve("notes.txt"), "not a policy");

        assertThat(reader.readWith(folder).require(new HospitalId("linde")).name())
                .isEqualTo("Ziekenhuis De Eik");
    }

    @Test
    void a_folder_that_is_not_there_stops_the_start() {
        assertThatThrownBy(() -> reader.readWith(folder.resolve("nowhere")))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void it_is_found_in_a_jar_without_a_list_of_files() throws IOException {
        Path jar = folder.resolve("policy.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            add(entries, "hospitals/default.yaml", Files.readString(Path.of("hospitals", "default.yaml")));
            add(entries, "hospitals/elders.yaml", Files.readString(ITS_FILE.resolve("elders.yaml")));
            add(entries, "hospitals/notes.txt", "not a policy");
            add(entries, "hospitals/old/linde.yaml", "not in this folder");
            add(entries, "elsewhere/linde.yaml", "not in this folder");
        }

        Map<String, String> files = PolicyFiles.beside(inJar(jar, "hospitals/default.yaml"));

        assertThat(files).containsOnlyKeys("default.yaml", "elders.yaml");
        assertThat(reader.read(files).hospitals()).containsExactly(new HospitalId("elders"));
    }

    private static URL inJar(Path jar, String entry) throws MalformedURLException {
        return URI.create("jar:" + jar.toUri() + "!/" + entry).toURL();
    }

    private static void add(JarOutputStream jar, String name, String content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content.getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
    }
}
