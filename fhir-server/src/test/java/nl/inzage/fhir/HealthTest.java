package nl.inzage.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import nl.inzage.fhir.TestClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;

@FhirServerTest
class HealthTest {

    @Autowired
    private TestClient client;

    @LocalManagementPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"", "/readiness", "/liveness"})
    void healthAnswersOnItsOwnPortWithoutDetails(String group) {
        Answer answer = client.anonymous().get("http://localhost:" + port + "/actuator/health" + group);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asText()).isEqualTo("UP");
        assertThat(answer.json().has("components")).isFalse();
    }

    @Test
    void nothingElseOfTheActuatorIsThere() {
        for (String endpoint : new String[] {"env", "heapdump", "beans", "loggers", "shutdown", "mappings"}) {
            assertThat(client.anonymous()
                            .get("http://localhost:" + port + "/actuator/" + endpoint)
                            .status())
                    .isNotEqualTo(200);
        }
    }
}
