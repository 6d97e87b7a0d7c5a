package nl.inzage.fhir.token;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import nl.inzage.fhir.FhirServerTest;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestClient.Answer;
import nl.inzage.policy.book.PolicyBook;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The names of the hospitals, as an app that shows a list of hospitals reads them. */
@FhirServerTest
class UserAccessBrandsTest {

    @Autowired
    private TestClient client;

    @Autowired
    private PolicyBook policies;

    @Test
    void each_hospital_with_a_policy_is_a_brand_with_a_website_and_this_door() {
        Bundle bundle = bundle();

        assertThat(bundle.getType().toCode()).isEqualTo("collection");
        assertThat(bundle.getTimestamp()).isNotNull();
        assertThat(resources(bundle, Organization.class))
                .hasSize(policies.hospitals().size())
                .allSatisfy(brand -> {
                    assertThat(brand.getName()).isNotBlank();
                    assertThat(brand.getTelecom()).hasSize(1);
                    assertThat(brand.getTelecomFirstRep().getValue()).matches("https?://.+");
                    assertThat(brand.getEndpoint()).hasSize(1);
                });
        assertThat(resources(bundle, Organization.class).map(Organization::getName))
                .contains("Ziekenhuis De Linde", "UMCG");
        assertThat(resources(bundle, Endpoint.class)).singleElement().satisfies(endpoint -> assertThat(
                        endpoint.getAddress())
                .isEqualTo(client.anonymous()
                        .get("/fhir/metadata")
                        .json()
                        .at("/implementation/url")
                        .asText()));
    }

    @Test
    void the_website_of_a_hospital_is_its_identifier_without_www() {
        assertThat(resources(bundle(), Organization.class)
                        .filter(brand -> brand.getIdElement().getIdPart().equals("amcvumc"))
                        .map(brand -> brand.getIdentifierFirstRep().getValue()))
                .containsExactly("https://mijnamcvumcdossier.nl");
    }

    @Test
    void smart_configuration_names_exactly_one_of_them() {
        JsonNode configuration =
                client.anonymous().get("/fhir/.well-known/smart-configuration").json();
        JsonNode named = configuration.path("user_access_brand_identifier");

        assertThat(client.anonymous()
                        .get(configuration.path("user_access_brand_bundle").asText())
                        .status())
                .isEqualTo(200);
        List<Identifier> identifiers = resources(bundle(), Organization.class)
                .flatMap(brand -> brand.getIdentifier().stream())
                .toList();
        assertThat(identifiers)
                .filteredOn(identifier -> identifier
                                .getValue()
                                .equals(named.path("value").asText())
                        && identifier.getSystem().equals(named.path("system").asText()))
                .hasSize(1);
        assertThat(identifiers).extracting(Identifier::getValue).doesNotHaveDuplicates();
    }

    @Test
    void a_page_of_any_site_reads_them_and_asks_again_without_getting_them_again() {
        Answer first = ask("Origin", "https://app.example");
        Answer again = ask("Origin", "https://app.example", "If-None-Match", first.header("ETag"));

        assertThat(first.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(first.header("ETag")).startsWith("W/\"");
        assertThat(first.header("Content-Type")).startsWith("application/fhir+json");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    private Bundle bundle() {
        return (Bundle) FhirContext.forR4Cached().newJsonParser().parseResource(ask().body());
    }

    private Answer ask(String... headers) {
        return client.anonymous().get("/fhir/.well-known/user-access-brands.json", headers);
    }

    private static <R> Stream<R> resources(Bundle bundle, Class<R> type) {
        return bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
