package nl.inzage.fhir.view;

import static org.assertj.core.api.Assertions.assertThat;

import nl.inzage.fhir.FhirServerTest;
import nl.inzage.fhir.Push;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an operator sees on the management port of rows that are stamped anew. */
@FhirServerTest
class RestampingEndpointTest {

    @Autowired
    private TestClient client;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private RestampingWatch watch;

    @LocalManagementPort
    private int port;

    @AfterEach
    void goOn() {
        watch.start();
    }

    @Test
    void it_tells_how_many_resources_of_which_hospital_are_left() {
        watch.stop();
        Answer stored = client.ehrOf("linde").post("/ehr/Patient", Push.patient(Push.unique()));
        String id = stored.json().path("id").asText();
        assertThat(jdbc.update("update released.resource set policy = 'stale' where id = ?", id))
                .isOne();
        jdbc.update("update released.policy set seen_until = released.moment() where hospital = 'linde'");

        Answer answer = client.anonymous().get("http://localhost:" + port + "/actuator/restamping");

        assertThat(answer.json().path("linde").asLong()).isPositive();
        assertThat(client.anonymous().get("/actuator/restamping").status()).isIn(401, 403, 404);
    }
}
