package nl.inzage.fhir.noninterference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Requests over the whole URL space, the same for the same seed; half of them or more on what the door offers. */
final class RequestGenerator {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String FHIR = "Content-Type: application/fhir+json";
    private static final List<String> OPERATIONS = List.of(
            "$everything",
            "$lastn",
            "$meta",
            "$meta-add",
            "$diff",
            "$docref",
            "$validate",
            "$graphql",
            "$document",
            "$match",
            "$export",
            "$expunge",
            "$stats",
            "$summary",
            "$expand",
            "$process-message",
            "$reindex",
            "$get-resource-counts",
            "$member-match",
            "$binary-access-read",
            "$nothing");
    /** Those of which servers are known to forget who asks. */
    private static final List<String> TELLING = List.of("$meta", "$meta", "$everything", "$lastn", "$diff", "$graphql");

    private static final List<String> HEADERS = List.of(
            "Accept: application/fhir+xml",
            "Accept: application/json",
            "Accept: */*",
            "Accept: text/html",
            "Accept: application/pdf",
            "Accept: application/fhir+json;fhirVersion=4.0",
            "Accept: x",
            "Accept-Encoding: gzip",
            "If-None-Match: W/\"1\"",
            "If-None-Match: W/\"2\"",
            "If-None-Match: *",
            "If-Match: W/\"1\"",
            "If-Modified-Since: Mon, 01 Jan 2024 00:00:00 GMT",
            "Prefer: handling=lenient",
            "Prefer: return=representation",
            "Prefer: respond-async",
            "X-HTTP-Method-Override: DELETE",
            "X-HTTP-Method-Override: PATCH",
            "Range: bytes=0-9",
            "Origin: https://app.example",
            "Cache-Control: no-cache",
            "If-None-Exist: identifier=twin-@-nr",
            "X-Progressive: true",
            "X-Forwarded-Host: elders.example");
    private static final List<Principal> OTHERS = List.of(
            Principal.OWN_CONDITIONS_ONLY,
            Principal.OWN_LABORATORY_ONLY,
            Principal.OWN_LABORATORY_ONLY,
            Principal.OWN_FHIR_USER_ONLY,
            Principal.DELEGATE,
            Principal.DELEGATE,
            Principal.OTHER_PATIENT,
            Principal.OTHER_PATIENT,
            Principal.WITHOUT_PATIENT,
            Principal.OWN_EXPIRED,
            Principal.HOSPITAL_SYSTEM,
            Principal.NOBODY);

    private final Vocabulary words;
    private final SearchShapes searches;

    RequestGenerator(Vocabulary words) {
        this.words = words;
        this.searches = new SearchShapes(words);
    }

    Request next() {
        Request request = shaped();
        Principal principal = words.chance(80) ? Principal.OWN : words.one(OTHERS);
        List<String> headers = new ArrayList<>(request.headers());
        if (words.chance(8)) {
            headers.add(words.one(HEADERS));
        }
        return new Request(principal, request.method(), request.target(), headers, request.body());
    }

    private Request shaped() {
        int kind = words.random.nextInt(100);
        if (kind < 20) {
            return get(words.chance(50) ? words.visibleKey() : words.key());
        }
        if (kind < 50) {
            return get(searches.offered());
        }
        if (kind < 57) {
            return post(words.chance(75) ? searches.offered() : searches.direct());
        }
        if (kind < 63) {
            return get(searches.has());
        }
        if (kind < 69) {
            return get(searches.chain());
        }
        if (kind < 74) {
            return get(searches.direct());
        }
        if (kind < 80) {
            return get(searches.withResultParameters());
        }
        if (kind < 84) {
            return get(searches.special());
        }
        return kind < 94 ? elsewhere() : write();
    }

    private static Request get(String target) {
        return Request.get(Principal.OWN, "/" + target);
    }

    private static Request asked(String method, String target, String type, String body) {
        return new Request(Principal.OWN, method, "/" + target, List.of(type), body);
    }

    private Request post(String search) {
        String[] parts = search.split("\\?", 2);
        String form = parts.length == 2 ? parts[1] : "";
        return words.chance(85)
                ? asked("POST", parts[0] + "/_search", FORM, form)
                : asked("POST", parts[0] + "/_search?" + form, FORM, words.chance(50) ? form : "_count=2");
    }

    /** Operations, versions, compartments, batches and addresses that are none. */
    private Request elsewhere() {
        String key = words.chance(70) ? words.hiddenKey() : words.key();
        return switch (words.random.nextInt(12)) {
            case 0, 1, 2 -> get(key + "/" + words.one(words.chance(70) ? TELLING : OPERATIONS));
            case 3 -> get(key + "/_history" + (words.chance(50) ? "" : "/" + (1 + words.random.nextInt(3))));
            case 4 -> get("Patient/twin-@-anna/" + (words.chance(80) ? searches.offered() : "*"));
            case 5 -> get("Patient/twin-@-anna/$everything" + (words.chance(50) ? "" : "?_type=" + words.type()));
            case 6 ->
                get(words.type() + "/" + words.one(OPERATIONS) + "?subject=Patient/twin-@-anna&patient=twin-@-anna");
            case 7 -> asked(words.one(List.of("POST", "GET")), key + "/" + words.one(OPERATIONS), FHIR, "{}");
            case 8 -> get(words.chance(50) ? words.type() + "/_history" : words.one(OPERATIONS));
            case 9 -> batch();
            case 10 -> get(odd(words.chance(50) ? key : searches.offered()));
            default -> get(words.chance(50) ? "metadata" : "?" + searches.has());
        };
    }

    private Request batch() {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i <= words.random.nextInt(3); i++) {
            String url = words.chance(50) ? words.key() : words.chance(50) ? searches.offered() : searches.has();
            entries.append(entries.isEmpty() ? "" : ",")
                    .append("{\"request\":{\"method\":\"GET\",\"url\":\"")
                    .append(url.replace("\"", "%22").replace("\\", "%5C"))
                    .append("\"}}");
        }
        String kind = words.chance(80) ? "batch" : "transaction";
        return asked(
                "POST",
                "",
                FHIR,
                "{\"resourceType\":\"Bundle\",\"type\":\"" + kind + "\",\"entry\":[" + entries + "]}");
    }

    private String odd(String target) {
        return switch (words.random.nextInt(8)) {
            case 0 -> target + "/";
            case 1 -> target.replaceFirst("/", "//");
            case 2 -> target.replaceFirst("/", "%2F");
            case 3 -> target.toLowerCase(Locale.ROOT);
            case 4 -> target + ";x=1";
            case 5 -> target + "%00";
            case 6 -> "x/../" + target;
            default -> target.replace("_", "%5F");
        };
    }

    private Request write() {
        String key = words.chance(70) ? words.hiddenKey() : words.key();
        String type = Fact.typeOf(key);
        String body = "{\"resourceType\":\"" + type + "\",\"id\":\"" + Fact.idOf(key) + "\"}";
        Fact fact = words.fact();
        return switch (words.random.nextInt(8)) {
            case 0, 1, 2 ->
                asked(
                        "PATCH",
                        key,
                        "Content-Type: application/json-patch+json",
                        "[{\"op\":\"test\",\"path\":\"/status\",\"value\":\""
                                + (words.chance(50) ? "final" : "preliminary") + "\"}]");
            case 3 -> asked("PUT", key, FHIR, body);
            case 4 -> asked("DELETE", key, FHIR, "");
            case 5 -> asked(words.one(List.of("OPTIONS", "HEAD", "TRACE", "QUERY")), key, FHIR, "");
            case 6 ->
                asked(
                        "POST",
                        "Condition",
                        FHIR,
                        "{\"resourceType\":\"Condition\",\"evidence\":[{\"detail\":[{\"reference\":\"" + key
                                + "\"}]}]}");
            default ->
                asked(
                        words.one(List.of("DELETE", "PUT", "PATCH")),
                        fact.type() + "?" + fact.parameter() + "=" + words.encoded(words.value(fact)),
                        FHIR,
                        body);
        };
    }
}
