package nl.inzage.fhir.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.inzage.fhir.Push;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestClient.Answer;
import nl.inzage.fhir.TestClient.Caller;
import org.springframework.jdbc.core.JdbcTemplate;

/** A dossier with a past in a server whose clock stands still, and the whole view as text. */
final class UpkeepStage {

    private static final List<String> REBUILT = List.of(
            "resource",
            "code",
            "link",
            "dependence",
            "neighbour",
            "shared",
            "shared_link",
            "content",
            "choice",
            "stamp");

    private final JdbcTemplate jdbc;
    private final Caller ehr;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private Instant sent = Instant.EPOCH;

    UpkeepStage(JdbcTemplate jdbc, TestClient client) {
        this.jdbc = jdbc;
        this.ehr = client.ehrOf("linde");
    }

    Caller ehr() {
        return ehr;
    }

    String id(String name) {
        return mark + "-" + name;
    }

    /** The clock stands still, later than it ever stood in this database. */
    void stopClock() {
        setClock(moment());
    }

    Instant moment() {
        return jdbc.queryForObject("select released.moment()", OffsetDateTime.class)
                .toInstant()
                .truncatedTo(ChronoUnit.MILLIS);
    }

    void pass(Duration time) {
        setClock(moment().plus(time));
    }

    private void setClock(Instant moment) {
        jdbc.execute("create or replace function released.clock_now() returns timestamptz language sql stable as"
                + " $$ select timestamptz '" + moment + "' $$");
        jdbc.update("update released.clock set lease = interval '100 years'");
    }

    /** Corrections, a hold, a discussed result, an early choice, groups, shared rows, labels, a deletion. */
    void live() {
        Instant begin = moment().truncatedTo(ChronoUnit.SECONDS);
        put("Patient", "anna", Push.patient(id("anna")));
        put("Patient", "bram", Push.patient(id("bram")));
        put("Practitioner", "doctor", "{\"resourceType\":\"Practitioner\",\"name\":[{\"family\":\"Dokter\"}]}");
        put(
                "PractitionerRole",
                "role",
                "{\"resourceType\":\"PractitionerRole\",\"practitioner\":{\"reference\":\"Practitioner/%s\"}}"
                        .formatted(id("doctor")));
        put(
                "EpisodeOfCare",
                "episode",
                "{\"resourceType\":\"EpisodeOfCare\",\"status\":\"active\",\"patient\":{\"reference\":\"Patient/%s\"}}"
                        .formatted(id("anna")));
        put(
                "Encounter",
                "visit",
                """
                {"resourceType":"Encounter","status":"finished","class":{"system":
                "http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"},"subject":{"reference":"Patient/%s"},
                "period":{"start":"2026-10-02T08:00:00+02:00","end":"2026-10-02T09:00:00+02:00"},
                "episodeOfCare":[{"reference":"EpisodeOfCare/%s"}]}"""
                        .formatted(id("anna"), id("episode")));
        for (String name : new String[] {"corrected", "discussed", "deleted", "grouped", "alone"}) {
            put("Observation", name, result(name, begin, "final"));
        }
        // Of somebody who did not choose to see results right away: a hold takes nothing away that was seen.
        for (String name : new String[] {"held", "resent"}) {
            put("Observation", name, resultOfBram(name, begin, "final"));
        }
        sent = begin;
        put("DiagnosticReport", "report", report(begin, "preliminary"));
        put(
                "Binary",
                "file",
                "{\"resourceType\":\"Binary\",\"contentType\":\"application/pdf\",\"data\":\"JVBERi0=\"}");
        put("DocumentReference", "letter", letter());
        put("Consent", "choice", choice());
        operate("held", "$hold", begin.plus(Duration.ofDays(20)).toString());
        operate("discussed", "$release-now", "");
        pass(Duration.ofDays(8));
        put("Observation", "corrected", result("corrected", begin.plus(Duration.ofDays(8)), "corrected"));
        put("Observation", "resent", resultOfBram("resent", sent, "corrected"));
        put("DiagnosticReport", "report", report(begin.plus(Duration.ofDays(8)), "final"));
        assertThat(ehr.delete("/ehr/Observation/" + id("deleted")).status()).isBetween(200, 204);
        pass(Duration.ofDays(2));
    }

    Answer put(String type, String name, String body) {
        Answer answer = ehr.put(
                "/ehr/" + type + "/" + id(name),
                body.replaceFirst(
                        "\"resourceType\": ?\"" + type + "\"",
                        "\"resourceType\":\"" + type + "\",\"id\":\"" + id(name) + "\""));
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return answer;
    }

    private void operate(String name, String operation, String until) {
        String parameters = until.isEmpty()
                ? "{\"resourceType\":\"Parameters\"}"
                : "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"until\",\"valueDateTime\":\"" + until
                        + "\"}]}";
        Answer answer = ehr.post("/ehr/Observation/" + id(name) + "/" + operation, parameters);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** A correction by a system that does not tell when it became known. */
    void resend() {
        put("Observation", "resent", resultOfBram("resent", sent, "amended"));
    }

    /** A laboratory result of Bram, in no visit. */
    private String resultOfBram(String name, Instant issued, String status) {
        return Push.glucose(id(name), "Patient/" + id("bram"))
                .replace("\"status\": \"final\"", "\"status\": \"" + status + "\"")
                .replace("2026-10-02T15:30:00+02:00", issued.toString());
    }

    /** A laboratory result of Anna, with a tag and a security label of its own. */
    String result(String name, Instant issued, String status) {
        return Push.glucose(id(name), "Patient/" + id("anna"))
                .replace("\"status\": \"final\"", "\"status\": \"" + status + "\"")
                .replace("2026-10-02T15:30:00+02:00", issued.toString())
                .replace(
                        "\"status\"",
                        """
                        "encounter":{"reference":"Encounter/%s"},"meta":{"security":[{"system":
                        "http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"R"}],
                        "tag":[{"system":"urn:z","code":"z"},{"system":"urn:a","code":"a"}]},"status\""""
                                .formatted(id("visit")));
    }

    /** A measurement, which is seen as soon as it is there. */
    String weight(Instant issued) {
        return result("weight", issued, "final")
                .replace("\"laboratory\"", "\"vital-signs\"")
                .replace("14749-6", "29463-7");
    }

    private String report(Instant issued, String status) {
        return """
                {"resourceType":"DiagnosticReport","status":"%s","category":[{"coding":[{"system":
                "http://terminology.hl7.org/CodeSystem/v2-0074","code":"LAB"}]}],"code":{"text":"Bloed","coding":[
                {"system":"http://loinc.org","code":"24323-8"}]},"subject":{"reference":"Patient/%s"},
                "effectiveDateTime":"2026-10-02T08:10:00+02:00","issued":"%s",
                "performer":[{"reference":"PractitionerRole/%s"}],"result":[{"reference":"Observation/%s"}]}"""
                .formatted(status, id("anna"), issued, id("role"), id("grouped"));
    }

    private String letter() {
        return """
                {"resourceType":"DocumentReference","status":"current","date":"2026-10-02T08:30:00Z",
                "type":{"text":"Brief","coding":[{"system":"http://loinc.org","code":"68608-9"}]},
                "subject":{"reference":"Patient/%s"},"author":[{"reference":"Practitioner/%s"}],
                "content":[{"attachment":{"contentType":"application/pdf","title":"Brief","url":"Binary/%s"}}]}"""
                .formatted(id("anna"), id("doctor"), id("file"));
    }

    private String choice() {
        return """
                {"resourceType":"Consent","status":"active","scope":{"coding":[{"system":
                "http://terminology.hl7.org/CodeSystem/consentscope","code":"patient-privacy"}]},
                "category":[{"coding":[{"system":"https://inzage.nl/fhir/CodeSystem/consent-category",
                "code":"release-preference"}]}],"patient":{"reference":"Patient/%1$s"},
                "performer":[{"reference":"Patient/%1$s"}],
                "policyRule":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"OPTIN"}]},
                "dateTime":"2026-10-01T10:00:00Z","provision":{"type":"permit","code":[{"coding":[{"system":
                "https://inzage.nl/fhir/CodeSystem/release-preference","code":"early"}]}]}}"""
                .formatted(id("anna"));
    }

    /** All columns of all rows, by table; but for the number that a row has as long as it is there. */
    Map<String, List<String>> view() {
        Map<String, List<String>> view = new LinkedHashMap<>();
        for (String table : REBUILT) {
            view.put(
                    table,
                    new ArrayList<>(jdbc.queryForList(
                            "select (to_jsonb(t) - 'number')::text from released." + table + " t order by 1",
                            String.class)));
        }
        return view;
    }

    /** The store's clock, which is the machine's, went along with the one that was moved. */
    void dateTheStore() {
        jdbc.update(
                """
                update fhir.hfj_res_ver v set res_updated = s.received from fhir.hfj_resource r
                join released.stamp s on s.type = r.res_type and s.id = r.fhir_id
                where v.res_id = r.res_id and v.res_ver = s.version
                """);
    }

    /** Empties the view but for what is told nowhere else. */
    void empty() {
        REBUILT.stream()
                .filter(table -> !table.equals("stamp"))
                .forEach(table -> jdbc.update("delete from released." + table));
    }
}
