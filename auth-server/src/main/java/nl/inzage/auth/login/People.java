package nl.inzage.auth.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.AccountKind;
import nl.inzage.auth.account.PersonIdentifier;
import nl.inzage.auth.settings.AuthSettings;
import nl.inzage.auth.smart.SystemTokens;
import nl.inzage.policy.identity.HospitalId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds who an account is at the FHIR server. The identifier goes in the body: an address ends up in logs. */
@Component
public class People {

    private static final Logger LOG = LoggerFactory.getLogger(People.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json;
    private final SystemTokens tokens;
    private final AuthSettings settings;

    People(ObjectMapper json, SystemTokens tokens, AuthSettings settings) {
        this.json = json;
        this.tokens = tokens;
        this.settings = settings;
    }

    /**
     * The id of the person's Patient or Practitioner; nothing when the hospital knows none, or more than one.
     *
     * @throws DossierUnavailable when the FHIR server does not answer as it should
     */
    Optional<String> fhirId(Account account) throws DossierUnavailable {
        return resource(account.hospital(), account.kind(), account.identifier())
                .map(resource -> resource.path("id").asText());
    }

    /**
     * The Patient or Practitioner with an identifier; nothing when the hospital knows none, or more than one.
     *
     * @throws DossierUnavailable when the FHIR server does not answer as it should
     */
    public Optional<JsonNode> resource(HospitalId hospital, AccountKind kind, PersonIdentifier identifier)
            throws DossierUnavailable {
        String type = kind.resourceType();
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode entry : search(hospital, type, identifier).path("entry")) {
            JsonNode resource = entry.path("resource");
            if (type.equals(resource.path("resourceType").asText())) {
                found.add(resource);
            }
        }
        if (found.size() > 1) {
            LOG.error(
                    "The FHIR server knows {} {} resources of hospital {} for one person",
                    found.size(),
                    type,
                    hospital);
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private JsonNode search(HospitalId hospital, String type, PersonIdentifier identifier) throws DossierUnavailable {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.fullDoor() + "/" + type + "/_search"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.forLookup(hospital.value()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/fhir+json")
                .POST(BodyPublishers.ofString(
                        "identifier=" + URLEncoder.encode(identifier.asSearchToken(), StandardCharsets.UTF_8)))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new DossierUnavailable("The FHIR server answered " + answer.statusCode(), null);
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new DossierUnavailable("The FHIR server does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DossierUnavailable("Interrupted while asking the FHIR server", e);
        }
    }
}
