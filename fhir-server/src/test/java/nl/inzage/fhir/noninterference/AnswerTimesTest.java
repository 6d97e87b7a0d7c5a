package nl.inzage.fhir.noninterference;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import javax.sql.DataSource;
import nl.inzage.fhir.FhirServerSettings;
import nl.inzage.fhir.FhirServerTest;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Prints how long hidden, foreign and absent take; only when asked, and without a verdict: times are not asserted. */
@FhirServerTest
@EnabledIfSystemProperty(named = "inzage.noninterference.timing", matches = "[0-9]+")
class AnswerTimesTest {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerTimesTest.class);

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

    @Test
    void times_are_measured() {
        TwinFixture twins = new TwinFixture(client, issuer, settings, fhir, dataSource);

        List<String> lines = new AnswerTimes(twins.door).measure(Integer.getInteger("inzage.noninterference.timing"));

        lines.forEach(line -> LOG.info("Non-interference, times: {}", line));
        assertThat(lines).isNotEmpty();
    }
}
