package nl.inzage.fhir.noninterference;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.inzage.fhir.FhirServerSettings;
import nl.inzage.fhir.FhirServerTest;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The answers about a patient who has hidden data equal those about the same patient without. Properties
 * {@code inzage.noninterference.requests} and {@code .seed} make a longer or another run of it.
 */
@FhirServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NonInterferenceTest {

    private static final Logger LOG = LoggerFactory.getLogger(NonInterferenceTest.class);
    private static final int REQUESTS = Integer.getInteger("inzage.noninterference.requests", 2_000);

    /** So that a long run does not come to the release of what one twin has hidden. */
    private static final int MOST_EVENTS = 60;

    private static final long SEED = Long.getLong("inzage.noninterference.seed", 20_261_122L);

    @Autowired
    private TestClient client;

    @Autowired
    private TestIssuer issuer;

    @Autowired
    private FhirServerSettings settings;

    @Autowired
    private FhirContext fhir;

    @Autowired
    private DataSource dataSource;

    private TwinFixture twins;

    @AfterAll
    void putTheClockBack() {
        twins.clock.putBack();
    }

    @BeforeAll
    void pushTheTwins() {
        twins = new TwinFixture(client, issuer, settings, fhir, dataSource);
    }

    @Test
    void no_answer_depends_on_what_is_hidden() {
        RequestGenerator generator = twins.requests(SEED);
        List<String> leaks = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < REQUESTS && leaks.size() < 5; i++) {
            Request request = generator.next();
            twins.door.difference(request).ifPresent(found -> leaks.add(twins.door.report(request)));
        }
        Tally tally = twins.door.tally();
        LOG.info("Non-interference, seed {}: {} in {} ms", SEED, tally, (System.nanoTime() - start) / 1_000_000);
        assertThat(leaks).isEmpty();
        assertThat(tally.faults()).isZero();
        // A run that only sees refusals proves nothing.
        assertThat(tally.shown() * 100 / tally.requests()).isGreaterThan(20);
        assertThat(tally.withEntries() * 100 / tally.requests()).isGreaterThan(10);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("leaksOnceFound")
    void a_leak_that_was_once_found_stays_shut(String name, String request) {
        assertThat(twins.door.difference(Request.parse(request))).isEmpty();
    }

    static Stream<Arguments> leaksOnceFound() throws IOException {
        try (InputStream file = NonInterferenceTest.class.getResourceAsStream("/noninterference/regressions.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 2))
                    .map(parts -> Arguments.of(parts[0], parts[1]));
        }
    }

    /** While results arrive, hidden ones and others, and time passes that releases nothing of the one twin alone. */
    @Test
    void no_walk_along_links_and_references_tells_the_twins_apart() {
        Random events = new Random(SEED);
        int happened = 0;
        Walks walks = new Walks(twins.door, twins, SEED);
        for (int i = 0; i < Math.max(100, REQUESTS / 50); i++) {
            if (i % 10 == 5 && happened < MOST_EVENTS) {
                walks.meanwhile(() -> twins.somethingHappens(events));
                happened++;
            }
            assertThat(walks.walk()).isEmpty();
        }
        LOG.info(
                "Non-interference, walks: {} requests, {} next pages, {} events",
                walks.requests(),
                walks.pages(),
                happened);
        assertThat(walks.pages()).isGreaterThan(40);
    }
}
