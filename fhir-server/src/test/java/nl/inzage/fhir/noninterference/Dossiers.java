package nl.inzage.fhir.noninterference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import nl.inzage.fhir.Push;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestClient.Answer;

/**
 * Two dossiers at one hospital, equal but for what the first has hidden, from {@code dossier.json}: in it {@code @}
 * stands for a twin's letter, {@code {-3d}} for a day before or after today, and {@code _onlyA} marks a part of a
 * visible resource that names something hidden. Both twins' versions go in one transaction, so that they get the same
 * moment of change; what is hidden goes in between.
 */
final class Dossiers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestClient client;
    private final String mark = "t" + Push.unique().substring(0, 7);
    private final TwinTemplate template = new TwinTemplate();
    private final List<String> hidden = new ArrayList<>();
    private final List<String> visible = new ArrayList<>();

    /** Two dossiers with ids that nobody had before. */
    Dossiers(TestClient client) {
        this.client = client;
    }

    /** Pushes both through the full door. */
    Dossiers push() {
        try (InputStream file = Dossiers.class.getResourceAsStream("/noninterference/dossier.json")) {
            for (JsonNode step : JSON.readTree(file)) {
                push(step);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private void push(JsonNode step) {
        List<String> entries = new ArrayList<>();
        step.path("others").forEach(resource -> entries.add(put(resource, Twin.WITHOUT)));
        step.path("hidden").forEach(resource -> {
            hidden.add(key(resource));
            entries.add(put(resource, Twin.WITH_SECRETS));
        });
        step.path("visible").forEach(resource -> {
            visible.add(key(resource));
            entries.add(put(resource, Twin.WITH_SECRETS));
            entries.add(put(resource, Twin.WITHOUT));
        });
        step.path("corrected").forEach(resource -> {
            visible.add(key(resource));
            entries.add(put(resource, Twin.WITH_SECRETS));
            entries.add(put(resource, Twin.WITHOUT));
        });
        if (!entries.isEmpty()) {
            accepted("linde", Push.transaction(entries.toArray(String[]::new)));
        }
        List<String> elsewhere = new ArrayList<>();
        step.path("elsewhere").forEach(resource -> {
            hidden.add(key(resource));
            elsewhere.add(put(resource, Twin.WITH_SECRETS));
        });
        if (!elsewhere.isEmpty()) {
            accepted("umcu", Push.transaction(elsewhere.toArray(String[]::new)));
        }
        for (JsonNode key : step.path("delete")) {
            Answer gone = client.ehrOf("linde").delete("/ehr/" + named(key.asText(), Twin.WITH_SECRETS));
            assertThat(gone.status()).as(gone.body()).isBetween(200, 204);
        }
    }

    /** Stores a further hidden resource of the first twin, like one that it has. */
    void hide(String like, String key) {
        hidden.add(key);
        accepted("linde", Push.transaction(copy(like, key, Twin.WITH_SECRETS)));
    }

    /** Stores a further resource that both twins may see, like one that they have; in one transaction. */
    void show(String like, String key) {
        visible.add(key);
        accepted("linde", Push.transaction(copy(like, key, Twin.WITH_SECRETS), copy(like, key, Twin.WITHOUT)));
    }

    private String copy(String like, String key, Twin twin) {
        Answer model = client.ehrOf("linde").get("/ehr/" + named(like, twin));
        String body = unnamed(model.body())
                .replace(Fact.idOf(like) + "\"", Fact.idOf(key) + "\"")
                .replace(Fact.idOf(like) + "-nr", Fact.idOf(key) + "-nr");
        return named(Push.entry("", body, "PUT", key), twin).replace("\"fullUrl\": \"\", ", "");
    }

    private void accepted(String hospital, String bundle) {
        Answer answer = client.ehrOf(hospital).post("/ehr", bundle);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private String put(JsonNode resource, Twin twin) {
        String url = key(resource);
        String body = named(template.filled(resource, twin).toString(), twin);
        return Push.entry("", body, "PUT", named(url, twin)).replace("\"fullUrl\": \"\", ", "");
    }

    private static String key(JsonNode resource) {
        return resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
    }

    /** A text with the ids of a twin. */
    String named(String text, Twin twin) {
        return text.replace("other-", mark + "-o-").replace("twin", mark).replace("@", twin.letter());
    }

    /** A text in which no twin's letter is left. */
    String unnamed(String text) {
        return text.replace(mark + "-o-", "other-").replaceAll(mark + "(-|%2[Dd])[abn](-|%2[Dd])", "twin$1@$2");
    }

    /** What all ids of these dossiers begin with. */
    String mark() {
        return mark;
    }

    /** References to what only the first twin has, and may not be seen. */
    List<String> hidden() {
        return List.copyOf(hidden);
    }

    /** Those of {@link #hidden} of which the other twin has no version at all. */
    List<String> onlyWithSecrets() {
        return hidden.stream().filter(key -> !visible.contains(key)).toList();
    }

    /** References to what both twins have. */
    List<String> visible() {
        return List.copyOf(visible);
    }
}
