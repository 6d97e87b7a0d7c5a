package nl.inzage.auth;

import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.RunningServer;

/** A visit to DigiD and back, at a level that is good enough. */
final class DigidVisit {

    private DigidVisit() {}

    static Answer comeBack(RunningServer server, Browser browser, String bsn) {
        browser.get("/hulp");
        browser.get("/inloggen");
        Map<String, String> asked =
                browser.submit("/inloggen/digid", Map.of("hospital", "linde")).parameters();
        String code = server.digid().code(asked, claims -> claims.claim("bsn", bsn));
        return browser.get("/inloggen/digid/terug?" + Browser.form(Map.of("state", asked.get("state"), "code", code)));
    }

    /** The same by somebody whom the hospital knows as a patient, with a number that it verified. */
    static Answer comeBackAsPatient(RunningServer server, Browser browser, String bsn) {
        server.fhir()
                .knowsPatient(
                        "http://fhir.nl/fhir/NamingSystem/bsn|" + bsn,
                        """
                        {"resourceType":"Patient","id":"p-%1$s","birthDate":"1968-03-14","identifier":[
                         {"system":"http://fhir.nl/fhir/NamingSystem/bsn","value":"%1$s","extension":[
                          {"url":"http://hl7.org/fhir/StructureDefinition/identifier-validDate",
                           "valueDateTime":"2020-01-02"}]}]}"""
                                .formatted(bsn));
        return comeBack(server, browser, bsn);
    }
}
