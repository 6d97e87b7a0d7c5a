package nl.inzage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import nl.inzage.conformance.report.Outcome;
import nl.inzage.conformance.report.Problems;
import nl.inzage.conformance.web.Answer;

/** What every token response must have. */
final class TokenFields {

    private static final Pattern RELATIVE = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}");

    private TokenFields() {}

    /** Notes what is missing in the body. */
    static void judge(JsonNode body, Problems problems) {
        for (String name : List.of("access_token", "token_type", "scope")) {
            problems.unless(
                    body.path(name).isTextual() && !body.path(name).asText().isBlank(), name + " is missing");
        }
        problems.unless(body.path("expires_in").isNumber(), "expires_in is no number");
        problems.unless(body.path("token_type").asText().equalsIgnoreCase("bearer"), "token_type is not Bearer");
    }

    static Outcome headers(Answer answer) {
        Problems problems = new Problems();
        problems.unless(answer.hasWord("Cache-Control", "no-store"), "Cache-Control has no no-store");
        problems.unless(answer.hasWord("Pragma", "no-cache"), "Pragma has no no-cache");
        return problems.outcome();
    }

    /** 200 and JSON. */
    static Outcome answered(Answer answer) {
        return Outcome.of(
                answer.status() == 200 && answer.json().isObject(),
                "status " + answer.status() + " " + answer.text("error"));
    }

    /** 400 or 401, and no token. */
    static Outcome refused(Answer answer) {
        return Outcome.of(
                (answer.status() == 400 || answer.status() == 401)
                        && answer.text("access_token").isEmpty(),
                "status " + answer.status());
    }

    /** fhirContext: objects with a relative reference, an absolute canonical or an identifier. */
    static Outcome fhirContext(JsonNode body) {
        if (!body.has("fhirContext")) {
            return Outcome.pass("not there");
        }
        Problems problems = new Problems();
        problems.unless(body.path("fhirContext").isArray(), "fhirContext is no list");
        for (JsonNode item : body.path("fhirContext")) {
            boolean known = RELATIVE.matcher(item.path("reference").asText()).matches()
                    || DiscoveryChecks.isAbsolute(item.path("canonical").asText())
                    || item.path("identifier").isObject();
            problems.unless(item.isObject() && known, "an item of fhirContext refers to nothing");
        }
        return problems.outcome();
    }
}
