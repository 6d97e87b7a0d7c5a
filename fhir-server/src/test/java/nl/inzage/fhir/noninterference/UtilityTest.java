package nl.inzage.fhir.noninterference;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import javax.sql.DataSource;
import nl.inzage.fhir.FhirServerSettings;
import nl.inzage.fhir.FhirServerTest;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestClient.Caller;
import nl.inzage.fhir.TestIssuer;
import nl.inzage.fhir.noninterference.Door.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The other side of non-interference: who may see, sees all of it. A door that shows nothing would pass the rest. */
@FhirServerTest
class UtilityTest {

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
    private Caller ehr;

    @BeforeEach
    void pushTheTwins() {
        twins = new TwinFixture(client, issuer, settings, fhir, dataSource);
        ehr = client.ehrOf("linde");
    }

    @AfterEach
    void putTheClockBack() {
        twins.clock.putBack();
    }

    @Test
    void the_hospital_sees_what_one_twin_has_and_the_other_has_not() {
        for (String key : twins.dossiers.onlyWithSecrets()) {
            int withSecrets = ehr.get("/ehr/" + twins.dossiers.named(key, Twin.WITH_SECRETS))
                    .status();
            assertThat(withSecrets).as(key).isIn(key.contains("umcu") ? 404 : 200, 410);
            assertThat(ehr.get("/ehr/" + twins.dossiers.named(key, Twin.WITHOUT))
                            .status())
                    .as(key)
                    .isEqualTo(404);
        }
    }

    @Test
    void the_hospital_sees_the_references_that_the_patient_does_not() {
        String place = "/Condition/twin-@-hoofdpijn";
        String hidden = twins.dossiers.named("Observation/twin-@-h1", Twin.WITH_SECRETS);

        // In evidence, in a contained resource and in the extension of a date.
        assertThat(ehr.get("/ehr" + twins.dossiers.named(place, Twin.WITH_SECRETS))
                        .body()
                        .split(hidden, -1))
                .hasSize(4);
        assertThat(twins.door
                        .ask(Request.get(Principal.OWN, place), Twin.WITH_SECRETS)
                        .text())
                .contains("Hoofdpijn")
                .doesNotContain(hidden);
    }

    @Test
    void what_is_released_is_what_the_hospital_sees() throws Exception {
        int compared = 0;
        for (String key : twins.dossiers.visible()) {
            if (!twins.offers(Fact.typeOf(key)) || key.startsWith("Binary/")) {
                continue;
            }
            Reply patients = twins.door.ask(Request.get(Principal.OWN, "/" + key), Twin.WITHOUT);
            String hospitals =
                    ehr.get("/ehr/" + twins.dossiers.named(key, Twin.WITHOUT)).body();
            assertThat(clinical(patients.text())).as(key).isEqualTo(clinical(hospitals));
            compared++;
        }
        assertThat(compared).isGreaterThan(20);
    }

    @Test
    void after_the_embargo_the_patient_sees_it_too() {
        Request read = Request.get(Principal.OWN, "/Observation/twin-@-h1");
        assertThat(twins.door.ask(read, Twin.WITH_SECRETS).status()).isEqualTo(404);

        twins.clock.pass(Duration.ofDays(9));

        assertThat(twins.door.ask(read, Twin.WITH_SECRETS).text()).contains("Geheimwoord");
        assertThat(twins.door.difference(read)).isPresent();
        assertThat(twins.door
                        .ask(Request.get(Principal.OWN, "/DiagnosticReport/twin-@-gemengd"), Twin.WITH_SECRETS)
                        .text())
                .contains("-h1");
        assertThat(twins.door
                        .ask(Request.get(Principal.OWN, "/Binary/twin-@-geheimbrief"), Twin.WITH_SECRETS)
                        .status())
                .isEqualTo(200);
    }

    /** Without what the view leaves out on purpose: narrative, the source of a push, and who the store says it is. */
    private static JsonNode clinical(String body) throws Exception {
        ObjectNode resource = (ObjectNode) new ObjectMapper().readTree(body);
        resource.remove("text");
        resource.remove("meta");
        return resource;
    }
}
