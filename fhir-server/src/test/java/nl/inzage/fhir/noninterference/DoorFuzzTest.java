package nl.inzage.fhir.noninterference;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/**
 * Requests that Jazzer makes of others, led by the code that they reach: from the reader of requests through the
 * statement and the database to the answer, in the twin stores. An input is a line as in {@code regressions.txt}. Here
 * the inputs of the resource directory are asked again; with {@code JAZZER_FUZZ=1} it looks for more and leaves there
 * what it finds.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorFuzzTest {

    private final TwinStores stores = new TwinStores();

    @AfterAll
    void close() throws Exception {
        stores.close();
    }

    @FuzzTest(maxDuration = "10m")
    void no_request_fails_or_tells_what_is_hidden(byte[] line) {
        Request request;
        try {
            request = Request.parse(new String(line, StandardCharsets.UTF_8));
        } catch (RuntimeException notARequest) {
            return;
        }
        if (!request.target().startsWith("/") || request.method().isBlank()) {
            return;
        }
        assertThat(stores.difference(request)).isEmpty();
        assertThat(stores.ask(request).status()).isLessThan(500);
    }
}
