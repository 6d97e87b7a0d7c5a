package nl.inzage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import nl.inzage.conformance.app.AppClient;
import nl.inzage.conformance.app.Granted;
import nl.inzage.conformance.app.Launched;
import nl.inzage.conformance.report.Check;
import nl.inzage.conformance.report.Outcome;
import nl.inzage.conformance.report.Problems;

/** The way to a token, of a standalone launch (1.2) and of a launch from an EHR (2.2). */
final class LaunchChecks {

    /** What an app got, and which app. */
    record Got(AppClient client, Granted granted) {}

    static final List<Check<Got>> STANDALONE_TOKENS =
            tokens("1.2.05", "1.2.06", "1.2.06b", "1.2.07", "1.2.08", got -> body(got.granted()));

    static final List<Check<Got>> EHR_TOKENS =
            tokens("2.2.07", "2.2.08", "2.2.08b", "2.2.09", "2.2.10", got -> bodyOfEhrLaunch(got.granted()));

    static final List<Check<Got>> CONTEXT = List.of(
            new Check<>(
                    "@91",
                    got -> Outcome.of(
                            got.granted().json().path("expires_in").asInt() <= 3600,
                            "expires_in is " + got.granted().json().path("expires_in"))),
            new Check<>("@136", got -> patientOfScopes(got.granted())),
            new Check<>(
                    "@170",
                    got -> Outcome.of(
                            got.granted().patient().matches("[A-Za-z0-9.-]{0,64}"), "patient is more than an id")),
            new Check<>("@173", got -> booleanBanner(got.granted().json().path("need_patient_banner"))),
            new Check<>("@188", got -> roles(got.granted().json())));

    private LaunchChecks() {}

    /** Who came back to the app. */
    static List<Check<Launched>> arrival(String redirect, String code) {
        return List.of(
                new Check<>(redirect, launched -> launched.answer()
                        .map(arrival -> Outcome.of(arrival.get("state").equals(launched.state()), "another state"))
                        .orElse(Outcome.fail("nobody came to the redirect address in time"))),
                new Check<>(code, launched -> Outcome.of(launched.code().isPresent(), launched.withoutCode())));
    }

    private static List<Check<Got>> tokens(
            String exchange, String body, String context, String headers, String cors, Check.Judgement<Got> fields) {
        return List.of(
                new Check<>(exchange, got -> TokenFields.answered(got.granted().answer())),
                new Check<>(body, fields),
                new Check<>(
                        context, got -> TokenFields.fhirContext(got.granted().json())),
                new Check<>(headers, got -> TokenFields.headers(got.granted().answer())),
                new Check<>(
                        cors,
                        got -> got.client().isPublic()
                                ? Outcome.of(
                                        got.granted()
                                                .answer()
                                                .isReadableFrom(got.client().origin()),
                                        "no Access-Control-Allow-Origin for "
                                                + got.client().origin())
                                : Outcome.skip("for public clients only")));
    }

    private static Outcome body(Granted granted) {
        Problems problems = new Problems();
        TokenFields.judge(granted.json(), problems);
        Outcome outcome = problems.outcome();
        Set<String> missing = Granted.words(granted.asked());
        missing.removeAll(granted.scopes());
        return outcome.equals(Outcome.pass()) && !missing.isEmpty()
                ? Outcome.pass("not granted in these words: " + String.join(" ", missing))
                : outcome;
    }

    private static Outcome bodyOfEhrLaunch(Granted granted) {
        Problems problems = new Problems();
        TokenFields.judge(granted.json(), problems);
        problems.unless(!granted.patient().isEmpty(), "patient is missing");
        return problems.outcome();
    }

    private static Outcome patientOfScopes(Granted granted) {
        boolean ofPatient = granted.scopes().stream().anyMatch(scope -> scope.startsWith("patient/"));
        return Outcome.of(!ofPatient || !granted.patient().isEmpty(), "patient is missing");
    }

    private static Outcome booleanBanner(JsonNode banner) {
        return Outcome.of(banner.isMissingNode() || banner.isBoolean(), "need_patient_banner is " + banner);
    }

    private static Outcome roles(JsonNode body) {
        Problems problems = new Problems();
        for (JsonNode item : body.path("fhirContext")) {
            String role = item.path("role").asText("launch");
            problems.unless(role.equals("launch") || role.matches("[a-z][a-z0-9+.-]*:.+"), "the role " + role);
        }
        return problems.outcome();
    }
}
