package nl.inzage.fhir.narrow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import nl.inzage.fhir.FhirServerTest;
import nl.inzage.fhir.Push;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestClient.Answer;
import nl.inzage.fhir.TestClient.Caller;
import nl.inzage.fhir.TestIssuer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** On a running server: all that /fhir/metadata says can be asked is answered. */
@FhirServerTest
class AdvertisedTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired
    private TestClient client;

    @Autowired
    private TestIssuer issuer;

    @Test
    void every_search_include_and_operation_answers() {
        String patient = client.ehrOf("linde")
                .post("/ehr/Patient", Push.patient(Push.unique()))
                .json()
                .path("id")
                .asText();
        Caller anna = client.with(issuer.patientToken("linde", patient, "openid fhirUser patient/*.rs"));
        JsonNode rest = client.anonymous().get("/fhir/metadata").json().at("/rest/0");
        List<String> refused = new ArrayList<>();
        int asked = 0;
        for (JsonNode type : rest.path("resource")) {
            String name = type.path("type").asText();
            for (JsonNode parameter : type.path("searchParam")) {
                asked++;
                note(refused, name + " " + parameter.path("name"), search(anna, name, parameter, patient));
            }
            for (JsonNode include : type.path("searchInclude")) {
                if (!type.path("searchParam").isEmpty()) {
                    asked++;
                    note(refused, include.asText(), anna.get("/fhir/" + name + "?_include=" + include.asText()));
                }
            }
            for (JsonNode operation : type.path("operation")) {
                String of = name.equals("Patient") ? name + "/" + patient : name;
                asked++;
                note(
                        refused,
                        operation.path("name").asText(),
                        anna.get("/fhir/" + of + "/$" + operation.path("name").asText()));
            }
        }

        assertThat(refused).isEmpty();
        assertThat(asked).isGreaterThan(250);
    }

    @Test
    void it_speaks_xml_and_takes_a_batch() {
        Caller anna = client.with(issuer.patientToken("linde", "nobody", "patient/*.rs"));

        Answer xml = anna.get("/fhir/Observation", "Accept", "application/fhir+xml");
        assertThat(xml.header("Content-Type")).isEqualTo("application/fhir+xml;charset=UTF-8");
        assertThat(xml.body()).contains("<Bundle");
        Answer batch = anna.post(
                "/fhir",
                """
                {"resourceType": "Bundle", "type": "batch", "entry": [
                  {"request": {"method": "GET", "url": "Observation?category=laboratory"}}]}
                """);
        assertThat(batch.status()).isEqualTo(200);
        assertThat(batch.json().at("/entry/0/response/status").asText()).isEqualTo("200");
        assertThat(anna.send("HEAD", "/fhir/Observation", "").status()).isEqualTo(200);
        assertThat(anna.get("/fhir/Encounter?class=http://hl7.org/x%7CIMP").status())
                .isEqualTo(200);
    }

    private static Answer search(Caller anna, String type, JsonNode parameter, String patient) {
        String value =
                switch (parameter.path("type").asText()) {
                    case "date" -> "ge2026-01-01";
                    case "reference" -> "Patient/" + patient;
                    default -> "x";
                };
        String query = parameter.path("name").asText() + "=" + value;
        return parameter.path("documentation").asText().contains("POST")
                ? anna.post("/fhir/" + type + "/_search", query, "Content-Type", FORM)
                : anna.get("/fhir/" + type + "?" + query);
    }

    private static void note(List<String> refused, String what, Answer answer) {
        if (answer.status() != 200) {
            refused.add(what + ": " + answer.status());
        }
    }
}
