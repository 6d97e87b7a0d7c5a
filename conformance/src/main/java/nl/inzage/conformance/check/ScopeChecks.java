package nl.inzage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import nl.inzage.conformance.app.Granted;
import nl.inzage.conformance.app.Launched;
import nl.inzage.conformance.app.Launches;
import nl.inzage.conformance.app.TokenEndpoint;
import nl.inzage.conformance.app.Wish;
import nl.inzage.conformance.report.Check;
import nl.inzage.conformance.report.Outcome;
import nl.inzage.conformance.report.Problems;
import nl.inzage.conformance.web.Answer;

/** Whether less can be granted than all, and what is granted then. Each check launches once. */
final class ScopeChecks {

    private static final String LABORATORY = "laboratory";
    private static final String CATEGORY =
            "category=http://terminology.hl7.org/CodeSystem/observation-category|" + LABORATORY;
    private static final String PART = "launch/patient patient/Patient.rs patient/Observation.rs?" + CATEGORY;
    private static final String TYPES = "launch/patient patient/Patient.rs patient/Condition.rs patient/Observation.rs";
    private static final String VERSION_1 = "launch/patient openid fhirUser offline_access patient/*.read";

    private final Site site;
    private final Launches launches;
    private final TokenEndpoint tokens;
    private final ApiChecks api;

    ScopeChecks(Site site, Launches launches, TokenEndpoint tokens) {
        this.site = site;
        this.launches = launches;
        this.tokens = tokens;
        this.api = new ApiChecks(site);
    }

    /** Of an app that holds all that it asked. */
    List<Check<Granted>> all() {
        return List.of(
                new Check<>("B04", all -> afterwards(all.asked(), Wish.LEAVE_OUT_TYPES, ScopeChecks::leftOut)),
                new Check<>("B05", all -> afterwards(PART, Wish.ALLOW, api::restricted)),
                new Check<>("B07", all -> afterwards(TYPES, Wish.CHOOSE_PARTS, some -> partsOf(some, "Observation"))),
                new Check<>("B07c", all -> afterwards(TYPES, Wish.CHOOSE_PARTS, some -> partsOf(some, "Condition"))),
                new Check<>("B08", all -> afterwards(PART, Wish.ALLOW, part -> onlyThePart(part, all))),
                new Check<>("B09", all -> afterwards(VERSION_1, Wish.ALLOW, this::versionOne)));
    }

    private Outcome afterwards(String scope, Wish wish, Check.Judgement<Granted> judgement)
            throws IOException, InterruptedException {
        Optional<Launched> launched = launches.launch(scope, wish);
        if (launched.isEmpty()) {
            return Outcome.skip("nobody could do this: " + wish.sentence());
        }
        if (launched.get().code().isEmpty()) {
            return Outcome.fail(launched.get().withoutCode());
        }
        Answer answer = tokens.exchange(
                launches.client(),
                launched.get().code().get(),
                launches.client().redirectUri().toString(),
                launched.get().pkce().verifier());
        Granted granted = new Granted(scope, answer);
        return granted.isGranted() ? judgement.of(granted) : TokenFields.answered(answer);
    }

    private static Outcome leftOut(Granted granted) {
        Problems problems = new Problems();
        problems.unless(
                granted.scopes().stream().noneMatch(scope -> scope.contains("/*.")),
                "a scope for every type was granted, though types were left out");
        problems.unless(
                granted.scopes().stream().anyMatch(scope -> scope.startsWith("patient/")), "no type was granted");
        problems.unless(ScopeText.isWithin(granted.scope(), granted.asked()), "more was granted than asked");
        return problems.outcome();
    }

    private static Outcome partsOf(Granted granted, String type) {
        List<String> scopes = granted.scopes().stream()
                .filter(scope -> scope.startsWith("patient/" + type + "."))
                .toList();
        Problems problems = new Problems();
        problems.unless(!scopes.isEmpty(), "nothing of " + type);
        problems.unless(scopes.stream().allMatch(scope -> scope.contains("?")), "all of " + type);
        problems.unless(ScopeText.gives(granted.scope(), "Patient"), "not the patient");
        return problems.outcome();
    }

    private Outcome onlyThePart(Granted part, Granted all) throws IOException, InterruptedException {
        Problems problems = new Problems();
        problems.unless(ScopeText.isWithin(part.scope(), PART), "more was granted than asked");
        Answer found = site.search(part, "Observation");
        problems.unless(found.status() == 200, "the search is " + found.status());
        problems.unless(
                resources(found).stream().allMatch(ScopeChecks::isOfThePart),
                "a search gives what is outside the part");
        Optional<JsonNode> outside = resources(site.search(all, "Observation")).stream()
                .filter(resource -> !isOfThePart(resource))
                .findFirst();
        if (outside.isPresent()) {
            int status = site.read(
                            part, "Observation/" + outside.get().path("id").asText())
                    .status();
            problems.unless(status == 401 || status == 403 || status == 404, "a read outside the part is " + status);
        }
        Outcome outcome = problems.outcome();
        return outcome.equals(Outcome.pass())
                ? Outcome.pass(resources(found).size() + " in the part, " + (outside.isPresent() ? "" : "none ")
                        + "outside it looked at")
                : outcome;
    }

    private static List<JsonNode> resources(Answer bundle) {
        return StreamSupport.stream(bundle.json().path("entry").spliterator(), false)
                .map(entry -> entry.path("resource"))
                .filter(resource -> resource.path("resourceType").asText().equals("Observation"))
                .toList();
    }

    private static boolean isOfThePart(JsonNode observation) {
        return StreamSupport.stream(observation.path("category").spliterator(), false)
                .flatMap(
                        category -> StreamSupport.stream(category.path("coding").spliterator(), false))
                .anyMatch(coding -> coding.path("code").asText().equals(LABORATORY));
    }

    private Outcome versionOne(Granted granted) throws IOException, InterruptedException {
        Problems problems = new Problems();
        problems.unless(
                granted.scopes().stream().anyMatch(scope -> scope.startsWith("patient/")), "no type was granted");
        problems.unless(ScopeText.isWithin(granted.scope(), VERSION_1), "more was granted than asked");
        Outcome read = api.patient(granted);
        problems.unless(read.equals(Outcome.pass()), "the patient is not read: " + read.detail());
        return problems.outcome();
    }
}
