package nl.inzage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The doors of the running FHIR server, for somebody who has no token. */
@ExtendWith(RunningDossier.class)
class DoorsTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fhir/metadata",
                "/fhir/.well-known/smart-configuration",
                "/ehr/metadata",
                "/ehr/.well-known/smart-configuration"
            })
    void what_an_app_must_know_before_it_can_ask_is_public(String path, Addresses addresses) throws Exception {
        assertThat(get(addresses.fhir(), path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fhir/Patient",
                "/fhir/Patient/1",
                "/fhir/Observation?_summary=count",
                "/fhir/$export",
                "/fhir/metadata/x",
                "/ehr/Patient",
                "/ehr/Observation?_has:Observation:patient:code=1",
                "/ehr/_history",
                "/ehr/$meta",
                "/actuator/health",
                "/",
                "/swagger-ui/"
            })
    void everything_else_is_refused_without_a_token(String path, Addresses addresses) throws Exception {
        assertThat(get(addresses.fhir(), path).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> get(URI server, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(server + path)).build(), BodyHandlers.ofString());
    }
}
