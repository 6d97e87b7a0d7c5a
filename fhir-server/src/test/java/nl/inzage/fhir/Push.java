package nl.inzage.fhir;

import java.util.List;
import java.util.UUID;

/** What a hospital sends, as JSON on the wire: valid as it stands, one value to make it somebody's. */
public final class Push {

    private Push() {}

    /** An identifier that no other test uses. */
    public static String unique() {
        return UUID.randomUUID().toString();
    }

    public static String patient(String number) {
        return """
                {"resourceType": "Patient",
                 "identifier": [{"system": "https://linde.example/id/patient", "value": "%s"}],
                 "name": [{"text": "S. de Vries", "family": "de Vries"}], "gender": "female", "birthDate": "1979-03-14"}
                """
                .formatted(number);
    }

    /** A laboratory result; the subject is a reference such as {@code Patient/1} or {@code urn:uuid:...}. */
    public static String glucose(String number, String subject) {
        return """
                {"resourceType": "Observation",
                 "identifier": [{"system": "https://linde.example/id/result", "value": "%s"}],
                 "status": "final",
                 "category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/observation-category",
                                           "code": "laboratory"}]}],
                 "code": {"coding": [{"system": "http://loinc.org", "code": "14749-6"}], "text": "Glucose"},
                 "subject": {"reference": "%s"},
                 "effectiveDateTime": "2026-10-02T08:10:00+02:00", "issued": "2026-10-02T15:30:00+02:00",
                 "valueQuantity": {"value": 5.4, "unit": "mmol/L", "system": "http://unitsofmeasure.org",
                                   "code": "mmol/L"}}
                """
                .formatted(number, subject);
    }

    /** A transaction of entries made by {@link #entry}. */
    public static String transaction(String... entries) {
        return """
                {"resourceType": "Bundle", "type": "transaction", "entry": [%s]}
                """
                .formatted(String.join(",", List.of(entries)));
    }

    public static String entry(String fullUrl, String resource, String method, String url) {
        return """
                {"fullUrl": "%s", "resource": %s, "request": {"method": "%s", "url": "%s"}}
                """
                .formatted(fullUrl, resource, method, url);
    }

    public static String entry(String method, String url) {
        return """
                {"request": {"method": "%s", "url": "%s"}}
                """
                .formatted(method, url);
    }
}
