package nl.inzage.auth.person;

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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.AccountKind;
import nl.inzage.auth.account.PersonIdentifier;
import nl.inzage.auth.settings.AuthSettings;
import nl.inzage.auth.smart.SystemTokens;
import nl.inzage.policy.identity.HospitalId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the FHIR server about people. What is asked goes in the body: an address ends up in logs. */
@Component
public class People {

    private static final Logger LOG = LoggerFactory.getLogger(People.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST = 20;
    /** More than are born on one day among the patients of the largest hospital. */
    private static final int A_DAY = 500;

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
    public Optional<String> fhirId(Account account) throws DossierUnavailable {
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
        List<JsonNode> found = search(hospital, type, Map.of("identifier", identifier.asSearchToken()));
        if (found.size() > 1) {
            LOG.error(
                    "The FHIR server knows {} {} resources of hospital {} for one person",
                    found.size(),
                    type,
                    hospital);
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The patients of a hospital with an identifier, in any system: a citizen service number or a patient number. */
    public List<Person> withNumber(HospitalId hospital, String number) throws DossierUnavailable {
        return patients(hospital, Map.of("identifier", number));
    }

    /**
     * The patients of a hospital who were born on a day and have this surname, or the begin of it. The day is asked of the
     * FHIR server and the name compared here: a search for "Linden" would not find "van der Linden" there.
     */
    public List<Person> born(HospitalId hospital, String date, String surname) throws DossierUnavailable {
        return search(hospital, "Patient", Map.of("birthdate", date, "_count", "" + A_DAY)).stream()
                .map(PersonReader::person)
                .filter(person -> person.called().hasSurnameFrom(surname))
                .limit(MOST)
                .toList();
    }

    /** One patient of a hospital; nothing when it has none with this id. */
    public Optional<Person> patient(HospitalId hospital, String fhirId) throws DossierUnavailable {
        return patients(hospital, Map.of("_id", fhirId)).stream().findFirst();
    }

    /** Who works under an account of staff, as the hospital has it; nothing when it has nobody, or more than one. */
    public Optional<Person> employee(Account account) throws DossierUnavailable {
        return resource(account.hospital(), account.kind(), account.identifier())
                .map(PersonReader::person);
    }

    private List<Person> patients(HospitalId hospital, Map<String, String> parameters) throws DossierUnavailable {
        return search(hospital, "Patient", parameters).stream()
                .map(PersonReader::person)
                .toList();
    }

    private List<JsonNode> search(HospitalId hospital, String type, Map<String, String> parameters)
            throws DossierUnavailable {
        String form = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.fullDoor() + "/" + type + "/_search"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.forLookup(hospital.value()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/fhir+json")
                .POST(BodyPublishers.ofString(form))
                .build();
        List<JsonNode> resources = new ArrayList<>();
        for (JsonNode entry : answer(request).path("entry")) {
            JsonNode resource = entry.path("resource");
            if (type.equals(resource.path("resourceType").asText())) {
                resources.add(resource);
            }
        }
        return resources;
    }

    private JsonNode answer(HttpRequest request) throws DossierUnavailable {
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
