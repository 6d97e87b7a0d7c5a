package nl.inzage.fhir.noninterference;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import java.util.Optional;
import javax.sql.DataSource;
import nl.inzage.fhir.FhirServerSettings;
import nl.inzage.fhir.FhirServerTest;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestIssuer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** With one defence off at a time, the generator of {@link NonInterferenceTest} must find that, and soon. */
@FhirServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PowerTest {

    private static final Logger LOG = LoggerFactory.getLogger(PowerTest.class);
    private static final int TRIES = 2_000;
    private static final long SEED = Long.getLong("inzage.noninterference.seed", 7L);

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

    @Autowired
    private DaoRegistry daos;

    @Autowired
    private MatchUrlService queries;

    private TwinFixture twins;
    private Store store;

    @BeforeAll
    void pushTheTwins() {
        twins = new TwinFixture(client, issuer, settings, fhir, dataSource);
        store = new Store(twins.jdbc, daos, queries, fhir);
    }

    /** The sound door must answer the very request that told alike: it was the weakness that told. */
    @ParameterizedTest
    @EnumSource(Weakness.class)
    void a_defence_that_is_off_is_noticed(Weakness weakness) {
        ViewClock.Windows windows = edit(weakness);
        Door sound = twins.newDoor();
        Comparison weak = twins.behind((method, target, headers, body) ->
                weakness.answer(new Call(sound, method, target, headers, body), store));
        RequestGenerator requests = twins.requests(SEED);
        Request request = requests.next();
        Optional<String> found = weak.difference(request);
        int tries = 1;
        for (; found.isEmpty() && tries < TRIES; tries++) {
            request = requests.next();
            found = weak.difference(request);
        }
        twins.clock.putBack(windows);
        LOG.info("Non-interference without {}: noticed after {} tries by {} {}", weakness, tries, request, found);
        assertThat(found).as("noticed within %s tries", TRIES).isPresent();
        assertThat(twins.door.difference(request)).as("with the defence on").isEmpty();
    }

    private ViewClock.Windows edit(Weakness weakness) {
        String ids =
                switch (weakness) {
                    case MIXED_REPORT -> "twin-@-gemengd";
                    case RELEASE -> "twin-@-%";
                    default -> "none";
                };
        return twins.clock.releaseAll(twins.dossiers.named(ids, Twin.WITH_SECRETS));
    }

    @Test
    void a_cursor_that_is_good_for_anyone_is_noticed() {
        Walks walks = new Walks(twins.behind(new UnboundCursors(twins.newDoor())), twins, SEED);
        Walks sound = new Walks(twins.door, twins, SEED);
        Optional<String> found = Optional.empty();
        while (found.isEmpty() && walks.requests() < TRIES) {
            found = walks.walk();
            assertThat(sound.walk()).as("with the defence on").isEmpty();
        }
        LOG.info("Non-interference without bound cursors: noticed after {} requests", walks.requests());
        assertThat(found).isPresent();
    }
}
