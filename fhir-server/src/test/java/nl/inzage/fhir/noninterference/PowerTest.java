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

    @ParameterizedTest
    @EnumSource(Weakness.class)
    void a_defence_that_is_off_is_noticed(Weakness weakness) {
        edit(weakness);
        Door sound = twins.newDoor();
        Comparison weak = twins.behind((method, target, headers, body) ->
                weakness.answer(new Call(sound, method, target, headers, body), store));
        RequestGenerator requests = twins.requests(SEED);
        Optional<String> found = Optional.empty();
        int tries = 0;
        while (found.isEmpty() && tries < TRIES) {
            tries++;
            Request request = requests.next();
            found = weak.difference(request).map(difference -> request + "\n" + difference);
        }
        LOG.info("Non-interference without {}: noticed after {} tries by {}", weakness, tries, found.orElse("none"));
        assertThat(found).as("noticed within %s tries", TRIES).isPresent();
    }

    private void edit(Weakness weakness) {
        if (weakness == Weakness.MIXED_REPORT) {
            twins.clock.releaseAll(twins.dossiers.named("twin-@-gemengd", Twin.WITH_SECRETS));
        } else if (weakness == Weakness.RELEASE) {
            twins.clock.releaseAll(twins.dossiers.named("twin-@-%", Twin.WITH_SECRETS));
        }
    }

    @Test
    void a_cursor_that_is_good_for_anyone_is_noticed() {
        Walks walks = new Walks(twins.behind(new UnboundCursors(twins.newDoor())), twins, SEED);
        Optional<String> found = Optional.empty();
        while (found.isEmpty() && walks.requests() < TRIES) {
            found = walks.walk();
        }
        LOG.info("Non-interference without bound cursors: noticed after {} requests", walks.requests());
        assertThat(found).isPresent();
    }
}
