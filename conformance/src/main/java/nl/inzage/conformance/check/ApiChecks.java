package nl.inzage.conformance.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.inzage.conformance.app.Granted;
import nl.inzage.conformance.report.Check;
import nl.inzage.conformance.report.Outcome;
import nl.inzage.conformance.report.Problems;
import nl.inzage.conformance.web.Answer;

/** What an access token opens. */
final class ApiChecks {

    private final Site site;

    ApiChecks(Site site) {
        this.site = site;
    }

    List<Check<Granted>> all() {
        return List.of(
                new Check<>("B03", this::patient),
                new Check<>("B06", this::everyType),
                new Check<>("@77", this::changedToken));
    }

    /** The patient of the token. */
    Outcome patient(Granted granted) throws IOException, InterruptedException {
        if (granted.patient().isEmpty()) {
            return Outcome.fail("the token response names no patient");
        }
        Answer answer = site.read(granted, "Patient/" + granted.patient());
        return Outcome.of(
                answer.status() == 200 && answer.text("resourceType").equals("Patient"), "status " + answer.status());
    }

    private Outcome everyType(Granted granted) throws IOException, InterruptedException {
        Set<String> types = typesGiven(granted.scope());
        if (types.isEmpty()) {
            return Outcome.skip("no type was granted that can be searched by patient");
        }
        Problems problems = new Problems();
        for (String type : types) {
            Answer answer = site.search(granted, type);
            problems.unless(isFound(answer), type + " is " + answer.status());
        }
        Outcome outcome = problems.outcome();
        return outcome.equals(Outcome.pass()) ? Outcome.pass(types.size() + " types") : outcome;
    }

    /** A Bundle, or 400 with an OperationOutcome from a server that wants more parameters. */
    private static boolean isFound(Answer answer) {
        return (answer.status() == 200 && answer.text("resourceType").equals("Bundle"))
                || (answer.status() == 400 && answer.text("resourceType").equals("OperationOutcome"));
    }

    private Set<String> typesGiven(String scope) {
        Set<String> types = new LinkedHashSet<>();
        for (String type : site.discovery().typesSearchedByPatient()) {
            if (ScopeText.gives(scope, type)) {
                types.add(type);
            }
        }
        return types;
    }

    /**
     * A type that a scope does not name is refused, one that it gives is found.
     *
     * @param granted with fewer types than the server has
     */
    Outcome restricted(Granted granted) throws IOException, InterruptedException {
        List<String> denied = new ArrayList<>();
        for (String type : site.discovery().typesSearchedByPatient()) {
            if (!ScopeText.names(granted.scope(), type)) {
                denied.add(type);
            }
        }
        if (denied.isEmpty()) {
            return Outcome.skip("every type was granted");
        }
        Problems problems = new Problems();
        for (String type : denied) {
            int status = site.search(granted, type).status();
            problems.unless(status == 401 || status == 403, type + " was not granted and is " + status);
        }
        for (String type : typesGiven(granted.scope())) {
            Answer answer = site.search(granted, type);
            problems.unless(isFound(answer), type + " was granted and is " + answer.status());
        }
        return problems.outcome();
    }

    private Outcome changedToken(Granted granted) throws IOException, InterruptedException {
        String token = granted.accessToken();
        // In the last part, where a JWT has its signature, and not its last sign, of which some bits say nothing.
        int place = token.length() - Math.min(10, token.length());
        char other = token.charAt(place) == 'A' ? 'B' : 'A';
        String changed = token.substring(0, place) + other + token.substring(place + 1);
        Answer answer = site.web().get(site.at("Patient/" + granted.patient()), "Authorization", "Bearer " + changed);
        return Outcome.of(answer.status() == 401, "status " + answer.status());
    }
}
