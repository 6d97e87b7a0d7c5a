package nl.inzage.fhir.narrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Which answers go out compressed. */
class CompressionTest {

    private static final String LONG = "{\"resourceType\":\"Bundle\",\"é\":\"" + "x".repeat(4000) + "\"}";

    private static Answer asked(String accepted, Answer answer) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (!accepted.isEmpty()) {
            request.addHeader("Accept-Encoding", accepted);
        }
        return Compression.of(request, answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br, gzip", "GZIP", "gzip;q=0.5", "deflate;q=1, gzip; q=1.0"})
    void a_long_answer_is_compressed_for_who_takes_it(String accepted) throws Exception {
        Answer sent = asked(accepted, Answer.fhir(200, LONG).with("ETag", "W/\"1\""));

        assertThat(sent.headers())
                .containsEntry("Content-Encoding", "gzip")
                .containsEntry("ETag", "W/\"1\"")
                .containsEntry("Cache-Control", "no-store");
        assertThat(sent.body().length).isLessThan(500);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(sent.body())).readAllBytes())
                .isEqualTo(LONG.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "br", "gzip;q=0", "gzip; q=0.00", "identity", "xgzip"})
    void it_goes_as_it_is_to_who_does_not(String accepted) {
        assertThat(asked(accepted, Answer.fhir(200, LONG)).headers()).doesNotContainKey("Content-Encoding");
    }

    @Test
    void short_answers_and_documents_go_as_they_are() {
        Answer pdf = new Answer(200, "application/pdf", LONG.getBytes(StandardCharsets.UTF_8));

        assertThat(asked("gzip", Answer.fhir(200, "{}")).headers()).doesNotContainKey("Content-Encoding");
        assertThat(asked("gzip", pdf).headers()).doesNotContainKey("Content-Encoding");
    }
}
