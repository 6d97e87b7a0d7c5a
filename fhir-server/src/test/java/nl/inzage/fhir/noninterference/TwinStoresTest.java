package nl.inzage.fhir.noninterference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inzage.fhir.narrow.DoorFixture.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store with hidden resources answers as one that never had them, to the byte. Property
 * {@code inzage.noninterference.twinstores} makes a longer run of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwinStoresTest {

    private static final Logger LOG = LoggerFactory.getLogger(TwinStoresTest.class);
    private static final int REQUESTS = Integer.getInteger("inzage.noninterference.twinstores", 600);
    private static final long SEED = Long.getLong("inzage.noninterference.seed", 11L);
    private static final Pattern NEXT =
            Pattern.compile("\"relation\":\"next\",\"url\":\"http://localhost:8081/fhir([^\"]*)\"");
    private static final int MOST_EVENTS = 100;

    private final TwinStores stores = new TwinStores();

    @AfterAll
    void close() throws Exception {
        stores.close();
    }

    @Test
    void they_answer_alike_while_results_arrive_and_time_passes() {
        RequestGenerator requests = stores.requests(SEED);
        int shown = 0;
        int pages = 0;
        for (int i = 0; i < REQUESTS; i++) {
            if (i % 40 == 20 && i / 40 < MOST_EVENTS) {
                stores.hideOneMore(i);
                stores.pass(Duration.ofMinutes(30));
            }
            Optional<Request> request = Optional.of(requests.next());
            for (int page = 0; page < 4 && request.isPresent(); page++) {
                assertThat(stores.difference(request.get())).isEmpty();
                Reply reply = stores.ask(request.get());
                assertThat(reply.status()).as(request.get().toString()).isLessThan(500);
                shown += reply.status() == 200 ? 1 : 0;
                pages += page > 0 ? 1 : 0;
                request = next(request.get(), reply);
            }
        }
        LOG.info("Non-interference, twin stores: {} requests, {} answered, {} next pages", REQUESTS, shown, pages);
        assertThat(shown).isGreaterThan(REQUESTS / 5);
        assertThat(pages).isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nl.inzage.fhir.noninterference.NonInterferenceTest#leaksOnceFound")
    void a_leak_that_was_once_found_stays_shut(String name, String request) {
        assertThat(stores.difference(Request.parse(request))).isEmpty();
    }

    private static Optional<Request> next(Request request, Reply reply) {
        Matcher link = NEXT.matcher(reply.text());
        return link.find() ? Optional.of(Request.get(request.principal(), link.group(1))) : Optional.empty();
    }
}
