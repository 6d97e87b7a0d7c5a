package nl.inzage.fhir.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import nl.inzage.fhir.FhirServerTest;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestClient.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** What an operator sees of the clock on the management port. */
@FhirServerTest
class ClockEndpointTest {

    @Autowired
    private TestClient client;

    @LocalManagementPort
    private int port;

    @Test
    void the_clock_is_trusted_and_its_metric_says_so() {
        Answer state = client.anonymous().get(actuator("releaseclock"));

        assertThat(state.json().path("state").asText()).isEqualTo("trusted");
        assertThat(client.anonymous()
                        .get(actuator("metrics/inzage.release.clock.frozen"))
                        .json()
                        .at("/measurements/0/value")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void a_time_that_the_database_does_not_agree_with_confirms_nothing() {
        assertThat(confirm(Instant.now().plus(Duration.ofDays(3)).toString())).isEqualTo(409);
        assertThat(confirm("now")).isEqualTo(400);
        assertThat(confirm(Instant.now().toString())).isEqualTo(200);
    }

    @Test
    void it_is_not_on_the_port_that_others_reach() {
        assertThat(client.anonymous().get("/actuator/releaseclock").status()).isIn(401, 403, 404);
    }

    private int confirm(String now) {
        return client.anonymous()
                .post(actuator("releaseclock"), "{\"now\":\"" + now + "\"}", "Content-Type", "application/json")
                .status();
    }

    private String actuator(String endpoint) {
        return "http://localhost:" + port + "/actuator/" + endpoint;
    }
}
