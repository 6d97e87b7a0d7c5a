package nl.inzage.auth.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** Somebody with a letter who makes an account. */
public final class Enrolling {

    public static final String PASSWORD = "Groene kikker op een steen";

    private final RunningServer server;
    private final Browser browser;

    public Enrolling(RunningServer server) {
        this.server = server;
        this.browser = new Browser(server.issuer());
    }

    public Browser browser() {
        return browser;
    }

    public Answer code(String code, String born) {
        browser.get("/activeren");
        return browser.submit("/activeren", Map.of("code", code, "born", born));
    }

    /** Submits the page that comes next. */
    public Answer step(String name, Map<String, String> fields) {
        browser.get("/activeren/" + name);
        return browser.submit("/activeren/" + name, fields);
    }

    public void phone(StubPatient patient) {
        Answer answer = step("telefoon", Map.of("code", server.sms().newestCode(patient.mobile())));
        assertThat(answer.location()).as(answer.body()).isEqualTo("/activeren/account");
    }

    /** From the code up to the page with the terms. */
    public void upToTerms(StubPatient patient, String code, String username) {
        Answer begun = code(code, patient.born());
        assertThat(begun.location()).as(begun.body()).isEqualTo("/activeren/telefoon");
        phone(patient);
        Answer credentials = step("account", Map.of("username", username, "password", PASSWORD, "again", PASSWORD));
        assertThat(credentials.location()).as(credentials.body()).isEqualTo("/activeren/vraag");
        step("vraag", Map.of("question", "street", "answer", "Lindestraat"));
        Answer mail = step("email", Map.of("email", patient.email()));
        assertThat(mail.location()).as(mail.body()).isEqualTo("/activeren/emailcode");
        Answer terms = step("emailcode", Map.of("code", server.sms().newestCode(patient.email())));
        assertThat(terms.location()).as(terms.body()).isEqualTo("/activeren/voorwaarden");
    }

    public Answer agree() {
        return step("voorwaarden", Map.of("terms", "ja"));
    }
}
