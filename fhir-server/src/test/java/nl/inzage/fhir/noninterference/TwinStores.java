package nl.inzage.fhir.noninterference;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.catalogue.Operation;
import nl.inzage.fhir.catalogue.Parameter;
import nl.inzage.fhir.facts.HospitalTag;
import nl.inzage.fhir.narrow.DoorFixture;
import nl.inzage.fhir.narrow.DoorFixture.Reply;
import nl.inzage.fhir.narrow.DoorFixture.Token;
import org.hl7.fhir.r4.model.Resource;

/**
 * Two stores with the same dossiers under the same ids and at the same moments; only the first has what is hidden. Here
 * nothing is set aside: the answers are equal to the byte, cursors and entity tags included. It is the narrow door with
 * its database; the container and the token's signature are not in it.
 */
final class TwinStores implements AutoCloseable {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final DoorFixture with = new DoorFixture();
    private final DoorFixture without = new DoorFixture();
    private final TwinTemplate template = new TwinTemplate();
    private final List<String> hidden = new ArrayList<>();
    private final List<String> visible = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    TwinStores() {
        try (InputStream file = TwinStores.class.getResourceAsStream("/noninterference/dossier.json")) {
            for (JsonNode step : new ObjectMapper().readTree(file)) {
                pass(Duration.ofSeconds(1));
                store(step);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pass(Duration.ofSeconds(1));
    }

    /** Lets time pass in both. */
    void pass(Duration time) {
        now = now.plus(time);
        with.view.setClock(now);
        without.view.setClock(now);
    }

    private void store(JsonNode step) {
        List<Resource> secret = new ArrayList<>();
        List<Resource> open = new ArrayList<>();
        for (String group : List.of("others", "hidden", "visible", "corrected", "elsewhere")) {
            boolean isHidden = group.equals("hidden") || group.equals("elsewhere");
            for (JsonNode node : step.path(group)) {
                Resource full = resource(node, Twin.WITH_SECRETS, group);
                String key = (full.fhirType() + "/" + node.path("id").asText());
                (isHidden ? hidden : visible).add(key);
                facts.addAll(new SaidFacts(FHIR).of(key, full, isHidden));
                secret.add(full);
                if (!isHidden) {
                    open.add(resource(node, Twin.WITHOUT, group));
                }
            }
        }
        with.view.store(secret.toArray(Resource[]::new));
        without.view.store(open.toArray(Resource[]::new));
        for (JsonNode key : step.path("delete")) {
            Resource gone = (Resource)
                    FHIR.getResourceDefinition(Fact.typeOf(key.asText())).newInstance();
            gone.setId(Fact.idOf(named(key.asText())));
            with.view.delete(gone);
        }
    }

    private Resource resource(JsonNode node, Twin twin, String group) {
        Resource resource = (Resource) FHIR.newJsonParser()
                .parseResource(named(template.filled(node, twin).toString()));
        resource.getMeta().addTag(HospitalTag.SYSTEM, group.equals("elsewhere") ? "umcu" : "linde", null);
        return resource;
    }

    private static String named(String text) {
        return text.replace("@", "a");
    }

    /** A further result under embargo arrives in the first. */
    void hideOneMore(int number) {
        Resource more = (Resource) FHIR.newJsonParser()
                .parseResource(
                        """
                        {"resourceType":"Observation","id":"twin-a-erbij%s","status":"final","subject":{"reference":
                        "Patient/twin-a-anna"},"issued":"%s","category":[{"coding":[{"system":
                        "http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],
                        "code":{"text":"Geheimwoord erbij"}}
                        """
                                .formatted(number, now));
        with.view.store(more);
    }

    RequestGenerator requests(long seed) {
        return new RequestGenerator(
                new Vocabulary(new Random(seed), FHIR, offer(), facts, List.copyOf(hidden), List.copyOf(visible)));
    }

    private static Offer offer() {
        return new Offer(new Catalogue()
                .types().stream()
                        .map(type -> new Offer.Type(
                                type.name(),
                                type.parameters().stream().map(Parameter::name).toList(),
                                type.includes().stream()
                                        .map(include -> type.name() + ":" + include.name())
                                        .toList(),
                                type.operations().stream().map(Operation::code).toList()))
                        .toList());
    }

    /** What the first store answers. */
    Reply ask(Request request) {
        return ask(with, request);
    }

    private static Reply ask(DoorFixture door, Request request) {
        return door.wire(
                token(request.principal()),
                request.method(),
                named(request.target()),
                request.headers().stream().map(TwinStores::named).toList(),
                named(request.body()));
    }

    /** The first difference between the answers, or nothing. */
    Optional<String> difference(Request request) {
        Reply one = ask(with, request);
        Reply two = ask(without, request);
        return one.status() == two.status()
                        && one.headers().equals(two.headers())
                        && Arrays.equals(one.bytes(), two.bytes())
                ? Optional.empty()
                : Optional.of(request + "\n with: " + one.status() + one.headers() + one.text() + "\n without: "
                        + two.status() + two.headers() + two.text());
    }

    private static Token token(Principal principal) {
        Token own = DoorFixture.patient("twin-a-anna");
        return switch (principal) {
            case OWN -> own;
            case OWN_CONDITIONS_ONLY -> own.with("scope", "patient/Condition.rs");
            case OWN_LABORATORY_ONLY ->
                own.with(
                        "scope",
                        "patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category"
                                + "|laboratory patient/*.r");
            case OWN_FHIR_USER_ONLY -> own.with("scope", "openid fhirUser");
            case DELEGATE -> own.with("fhirUser", "RelatedPerson/vader");
            case OTHER_PATIENT -> DoorFixture.patient("other-carla");
            case WITHOUT_PATIENT -> own.without("patient").with("fhirUser", "Practitioner/other-gp");
            case OWN_EXPIRED, HOSPITAL_SYSTEM, NOBODY -> null;
        };
    }

    @Override
    public void close() throws SQLException {
        with.close();
        without.close();
    }
}
