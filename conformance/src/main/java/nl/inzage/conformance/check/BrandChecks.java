package nl.inzage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.inzage.conformance.report.Check;
import nl.inzage.conformance.report.Outcome;
import nl.inzage.conformance.report.Problems;
import nl.inzage.conformance.web.Answer;
import nl.inzage.conformance.web.Web;

/**
 * Under which names people know the hospitals of a server.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/brands.html">SMART 2.2, User-access brands</a>
 */
final class BrandChecks {

    /** The Bundle, and what smart-configuration says of it. */
    record Brands(Discovery discovery, Answer bundle) {

        List<JsonNode> of(String type) {
            List<JsonNode> found = new ArrayList<>();
            bundle.json().path("entry").forEach(entry -> {
                if (entry.path("resource").path("resourceType").asText().equals(type)) {
                    found.add(entry.path("resource"));
                }
            });
            return found;
        }
    }

    private static final String PORTAL = "http://hl7.org/fhir/StructureDefinition/organization-portal";
    private static final String VERSION = "http://hl7.org/fhir/StructureDefinition/endpoint-fhir-version";

    private final Web web;

    BrandChecks(Web web) {
        this.web = web;
    }

    List<Check<Brands>> all() {
        return List.of(
                new Check<>("brands.retrieve", brands -> retrieved(brands.bundle())),
                new Check<>(
                        "brands.etag",
                        brands -> Outcome.of(
                                brands.bundle().header("ETag").startsWith("W/\""),
                                "ETag is " + brands.bundle().header("ETag"))),
                new Check<>("brands.valid_bundle", BrandChecks::bundle),
                new Check<>("brands.valid_brands", BrandChecks::brands),
                new Check<>("brands.valid_endpoints", BrandChecks::endpoints),
                new Check<>("brands.endpoint_urls", this::behindEndpoints),
                new Check<>("@387", BrandChecks::named));
    }

    private static Outcome retrieved(Answer bundle) {
        Problems problems = new Problems();
        problems.unless(bundle.status() == 200, "status " + bundle.status());
        problems.unless(bundle.isReadableFrom(Discovery.STRANGER), "no Access-Control-Allow-Origin");
        return problems.outcome();
    }

    private static Outcome bundle(Brands brands) {
        Problems problems = new Problems();
        JsonNode bundle = brands.bundle().json();
        problems.unless(bundle.path("resourceType").asText().equals("Bundle"), "no Bundle");
        problems.unless(bundle.path("type").asText().equals("collection"), "its type is not collection");
        problems.unless(bundle.path("timestamp").isTextual(), "no timestamp");
        problems.unless(!bundle.path("entry").isEmpty(), "no entry");
        bundle.path("entry")
                .forEach(entry -> problems.unless(
                        DiscoveryChecks.isAbsolute(entry.path("fullUrl").asText()),
                        "an entry has no absolute fullUrl"));
        return problems.outcome();
    }

    private static Outcome brands(Brands brands) {
        Problems problems = new Problems();
        problems.unless(!brands.of("Organization").isEmpty(), "no Organization");
        Set<String> endpoints = new HashSet<>();
        brands.of("Endpoint")
                .forEach(endpoint ->
                        endpoints.add("Endpoint/" + endpoint.path("id").asText()));
        for (JsonNode brand : brands.of("Organization")) {
            String name = brand.path("name").asText("");
            problems.unless(!name.isBlank(), "a brand has no name");
            problems.unless(
                    brand.path("telecom").size() == 1
                            && brand.at("/telecom/0/system").asText().equals("url")
                            && DiscoveryChecks.isAbsolute(
                                    brand.at("/telecom/0/value").asText()),
                    name + " has not one website in telecom");
            Set<String> own = new HashSet<>();
            brand.path("endpoint")
                    .forEach(reference -> own.add(reference.path("reference").asText()));
            problems.unless(endpoints.containsAll(own), name + " names an endpoint that is not in the Bundle");
            problems.unless(
                    portalEndpoints(brand).allMatch(own::contains), name + " has an endpoint in its portal only");
        }
        return problems.outcome();
    }

    private static Stream<String> portalEndpoints(JsonNode brand) {
        return stream(brand.path("extension"))
                .filter(extension -> extension.path("url").asText().equals(PORTAL))
                .flatMap(extension -> stream(extension.path("extension")))
                .filter(part -> part.path("url").asText().equals("portalEndpoint"))
                .map(part -> part.at("/valueReference/reference").asText());
    }

    private static Outcome endpoints(Brands brands) {
        Problems problems = new Problems();
        problems.unless(!brands.of("Endpoint").isEmpty(), "no Endpoint");
        Set<String> used = new HashSet<>();
        brands.of("Organization").forEach(brand -> brand.path("endpoint")
                .forEach(reference -> used.add(reference.path("reference").asText())));
        for (JsonNode endpoint : brands.of("Endpoint")) {
            String id = endpoint.path("id").asText();
            problems.unless(
                    endpoint.at("/connectionType/code").asText().equals("hl7-fhir-rest"), id + " is not of FHIR");
            problems.unless(
                    stream(endpoint.path("extension"))
                            .anyMatch(
                                    extension -> extension.path("url").asText().equals(VERSION)
                                            && extension.path("valueCode").isTextual()),
                    id + " does not say its FHIR version");
            problems.unless(
                    stream(endpoint.path("contact"))
                            .anyMatch(contact -> contact.path("system").asText().equals("url")),
                    id + " has no website for developers");
            problems.unless(
                    endpoint.at("/payloadType/0/coding/0/code").asText().equals("none"), id + " has another payload");
            problems.unless(
                    !endpoint.path("status").asText().isEmpty()
                            && DiscoveryChecks.isAbsolute(
                                    endpoint.path("address").asText()),
                    id + " has no status or address");
            problems.unless(used.contains("Endpoint/" + id), id + " is of no brand");
        }
        return problems.outcome();
    }

    private Outcome behindEndpoints(Brands brands) throws IOException, InterruptedException {
        Problems problems = new Problems();
        problems.unless(!brands.of("Endpoint").isEmpty(), "no Endpoint");
        for (JsonNode endpoint : brands.of("Endpoint")) {
            String address = endpoint.path("address").asText();
            if (problems.unless(DiscoveryChecks.isAbsolute(address), "an endpoint has no address")) {
                Answer statement = web.get(URI.create(address + "/metadata"), "Accept", "application/fhir+json");
                problems.unless(
                        statement.text("resourceType").equals("CapabilityStatement"),
                        "no CapabilityStatement behind " + address);
            }
        }
        return problems.outcome();
    }

    private static Outcome named(Brands brands) {
        JsonNode identifier = brands.discovery().document().path("user_access_brand_identifier");
        String value = identifier.path("value").asText();
        long matching = brands.of("Organization").stream()
                .filter(brand -> stream(brand.path("identifier"))
                        .anyMatch(own -> own.path("value").asText().equals(value)
                                && own.path("system")
                                        .asText()
                                        .equals(identifier.path("system").asText())))
                .count();
        Problems problems = new Problems();
        if (identifier.isMissingNode()) {
            problems.unless(
                    brands.of("Organization").size() == 1, "several brands and no user_access_brand_identifier");
        } else {
            problems.unless(!value.isEmpty(), "user_access_brand_identifier has no value");
            problems.unless(matching == 1, matching + " brands have the identifier of smart-configuration");
        }
        return problems.outcome();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
