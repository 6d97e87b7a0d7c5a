package nl.inzage.auth.support;

import static org.assertj.core.api.Assertions.assertThat;

/** A patient with an account that was made with a letter of the desk. */
public record Enrolled(RunningServer server, StubPatient patient, String username) {

    /** Makes the account, at a hospital where the password comes with a security question. */
    public static Enrolled at(RunningServer server, String username) {
        StubPatient patient = StubPatient.of(username, "umcg", StubPatient.numberOf(username), "1970-05-04");
        server.fhir().has(patient);
        Enrolling person = new Enrolling(server);
        person.upToTerms(patient, Desk.of(People.DESK_UMCG, server).letter(patient), username);
        assertThat(person.agree().status()).isEqualTo(302);
        return new Enrolled(server, patient, username);
    }

    public String mobile() {
        return patient.mobile();
    }

    public String email() {
        return patient.email();
    }

    /** Logs in with password and code, in a browser of its own. */
    public Journey logIn() {
        Journey journey = new Journey(server);
        journey.browser().get("/inloggen");
        journey.password(username, Enrolling.PASSWORD);
        journey.browser().get("/inloggen/code");
        assertThat(journey.code(server.sms().newestCode(mobile())).status()).isEqualTo(302);
        return journey;
    }
}
