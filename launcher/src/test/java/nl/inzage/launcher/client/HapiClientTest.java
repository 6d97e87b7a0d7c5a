package nl.inzage.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.SearchStyleEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import java.util.Map;
import nl.inzage.browser.Chromium;
import nl.inzage.launcher.Addresses;
import nl.inzage.launcher.RunningDossier;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** HAPI's own client, which reads the capability statement first and trusts it. */
@ExtendWith({RealClients.class, Chromium.class, RunningDossier.class})
class HapiClientTest {

    @Test
    void hapis_client_reads_searches_follows_pages_and_asks_for_everything(Browser browser, Addresses addresses)
            throws Exception {
        JsonNode login;
        try (AppUser anna = AppUser.loggedIn(browser, addresses);
                NodeApp app = NodeApp.start("token.mjs", addresses, Map.of())) {
            anna.allows(app.step().get("open").asText());
            login = app.step();
        }
        IGenericClient client =
                FhirContext.forR4().newRestfulGenericClient(addresses.fhirBase().toString());
        client.registerInterceptor(
                new BearerTokenAuthInterceptor(login.get("token").asText()));
        String patient = login.get("patient").asText();

        assertThat(client.read()
                        .resource(Patient.class)
                        .withId(patient)
                        .encoded(EncodingEnum.XML)
                        .execute())
                .extracting(found -> found.getNameFirstRep().getFamily())
                .isEqualTo("Visser");

        Bundle first = client.search()
                .forResource(Observation.class)
                .where(Observation.CATEGORY.exactly().code("laboratory"))
                .count(2)
                .usingStyle(SearchStyleEnum.POST)
                .returnBundle(Bundle.class)
                .execute();
        Bundle second = client.loadPage().next(first).execute();
        assertThat(first.getEntry()).hasSize(2);
        assertThat(second.getEntry()).isNotEmpty();
        assertThat(second.getEntryFirstRep().getResource().getIdElement())
                .isNotEqualTo(first.getEntryFirstRep().getResource().getIdElement());

        Parameters everything = client.operation()
                .onInstance(new IdType("Patient", patient))
                .named("$everything")
                .withNoParameters(Parameters.class)
                .useHttpGet()
                .execute();
        assertThat(((Bundle) everything.getParameterFirstRep().getResource()).getEntry())
                .hasSizeGreaterThan(5);

        assertThatThrownBy(() ->
                        client.read().resource(Patient.class).withId("niemand").execute())
                .isInstanceOf(ResourceNotFoundException.class);
    }
}
