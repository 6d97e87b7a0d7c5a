package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.narrow.DoorFixture.patient;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.Map;
import nl.inzage.fhir.narrow.DoorFixture.Reply;
import nl.inzage.fhir.narrow.DoorFixture.Token;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON and XML: the same content, whichever is asked and however. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormatsTest {

    private static final Token ANNA = patient("anna");
    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final String XML = "application/fhir+xml;charset=UTF-8";
    private static final String JSON = "application/fhir+json;charset=UTF-8";

    private final DoorFixture door = new DoorFixture();

    @BeforeAll
    void store() {
        Dossiers.storeIn(door.view);
        Summary.storeIn(door.view, "anna", "a");
    }

    @AfterAll
    void close() throws Exception {
        door.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Patient/anna",
                "/Observation/old",
                "/Observation/derived",
                "/Observation?_include=Observation:performer",
                "/Patient/anna/$everything?_count=200",
                "/Observation/$lastn",
                "/Binary/b1",
                "/metadata",
                "/Observation/absent",
                "/Observation?foo=1",
                "/AuditEvent"
            })
    void the_content_is_the_same(String path) {
        Reply json = door.get(ANNA, path, "application/fhir+json");
        Reply xml = door.get(ANNA, path, "application/fhir+xml");

        assertThat(xml.status()).isEqualTo(json.status());
        assertThat(json.headers()).containsEntry("Content-Type", JSON);
        assertThat(xml.headers()).containsEntry("Content-Type", XML);
        Resource fromJson = (Resource) R4.newJsonParser().parseResource(json.text());
        Resource fromXml = (Resource) R4.newXmlParser().parseResource(xml.text());
        assertThat(fromXml.equalsDeep(fromJson)).isTrue();
    }

    @Test
    void a_decimal_keeps_its_precision() {
        assertThat(door.get(ANNA, "/Observation/old", "application/fhir+xml").text())
                .contains("<value value=\"8.10\"/>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | json",
                "*/* | json",
                "application/json | json",
                "application/fhir+json | json",
                "application/* | json",
                "text/html, */*;q=0.8 | json",
                "application/fhir+xml, application/fhir+json | json",
                "application/fhir+xml, application/fhir+json;q=0.9 | xml",
                "application/fhir+xml | xml",
                "application/xml | xml",
                "text/xml | xml",
                "application/fhir+xml, */*;q=0.1 | xml",
                "application/fhir+xml;q=0, */* | json"
            })
    void the_accept_header_chooses(String accept, String format) {
        Reply reply =
                door.ask(ANNA, "GET", "/Observation", Map.of(), accept == null ? Map.of() : Map.of("Accept", accept));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers())
                .containsEntry("Content-Type", format.equals("json") ? JSON : XML)
                .containsEntry("Vary", "Accept, Accept-Encoding");
    }

    @ParameterizedTest
    @CsvSource({
        "xml, xml",
        "application/fhir+xml, xml",
        "application/fhir%2Bxml, xml",
        "text/xml, xml",
        "json, json",
        "application/json, json"
    })
    void format_in_the_url_goes_before_it(String format, String expected) {
        String accept = expected.equals("json") ? "application/fhir+xml" : "application/fhir+json";

        assertThat(door.get(ANNA, "/Observation?_format=" + format, accept).headers())
                .containsEntry("Content-Type", expected.equals("json") ? JSON : XML);
        assertThat(door.get(ANNA, "/Observation/absent?_format=" + format, accept)
                        .headers())
                .containsEntry("Content-Type", expected.equals("json") ? JSON : XML);
        assertThat(door.get(ANNA, "/Binary/b1?_format=" + format).headers())
                .containsEntry("Content-Type", expected.equals("json") ? JSON : XML);
    }

    @Test
    void another_format_is_not_acceptable() {
        for (String accept : new String[] {"text/html", "text/turtle", "rubbish", "application/fhir+json;q=0"}) {
            assertThat(door.get(ANNA, "/Observation", accept).status()).isEqualTo(406);
            assertThat(door.get(ANNA, "/Observation/old", accept).status()).isEqualTo(406);
            assertThat(door.get(ANNA, "/Observation/absent", accept).status()).isEqualTo(406);
        }
        assertThat(door.get(ANNA, "/Observation?_format=ttl").status()).isEqualTo(406);
        assertThat(door.get(ANNA, "/metadata?_format=ttl").status()).isEqualTo(406);
        assertThat(door.get(ANNA, "/Observation?_format=json&_format=xml").status())
                .isEqualTo(400);
    }

    @Test
    void a_search_by_post_and_a_batch_may_ask_it_too() {
        assertThat(door.post(ANNA, "/Observation/_search", Map.of("_format", "xml"))
                        .headers())
                .containsEntry("Content-Type", XML);
        Reply batch = door.send(
                ANNA,
                "application/fhir+xml",
                "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"batch\"/><entry><request><method value=\"GET\"/>"
                        + "<url value=\"Observation/old\"/></request></entry></Bundle>");
        assertThat(batch.json().at("/entry/0/resource/id").asText()).isEqualTo("old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Observation/old", "/Observation", "/Observation/absent", "/Binary/b1", "/metadata"})
    void head_is_a_get_without_its_body(String path) {
        Reply get = door.get(ANNA, path);
        Reply head = door.ask(ANNA, "HEAD", path, Map.of(), Map.of());

        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.headers()).isEqualTo(get.headers()).containsKey("Content-Length");
        assertThat(head.bytes()).isEmpty();
    }
}
