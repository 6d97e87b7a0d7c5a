package nl.inzage.auth.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An employee at a desk, logged in. */
public final class Desk {

    private static final Pattern SECRET = Pattern.compile("id=\"geheim\"[^>]*>([^<]+)<");
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    private final Browser browser;

    private Desk(Browser browser) {
        this.browser = browser;
    }

    public static Desk of(People employee, RunningServer server) {
        Journey journey = new Journey(server);
        assertThat(journey.logIn(employee).status()).isEqualTo(302);
        return new Desk(journey.browser());
    }

    public Browser browser() {
        return browser;
    }

    public Answer search(Map<String, String> fields) {
        browser.get("/balie");
        return browser.submit("/balie/zoeken", fields);
    }

    /** Opens a patient and shows the page. */
    public Answer open(StubPatient patient) {
        browser.get("/balie");
        browser.submit("/balie/patient", Map.of("patient", patient.id(), "reason", "Staat aan de balie"));
        return browser.get("/balie/patient");
    }

    /** Fills in the form of the patient's page that makes an account. */
    public Answer enrol(StubPatient patient, Map<String, String> changed) {
        Matcher form = FORM.matcher(open(patient).body());
        Map<String, String> fields = identified(patient, Map.of());
        fields.put("form", form.find() ? form.group(1) : "");
        fields.put("phone", patient.phone());
        fields.put("language", "nl");
        fields.putAll(changed);
        return browser.submit("/balie/account-maken", fields);
    }

    /** The fields of a form for a patient who showed a passport at the desk, unless they are changed. */
    public static Map<String, String> identified(StubPatient patient, Map<String, String> changed) {
        Map<String, String> fields = new LinkedHashMap<>(
                Map.of("patient", patient.id(), "channel", "desk", "document", "passport", "seen", "ja"));
        fields.putAll(changed);
        return fields;
    }

    /** The code on a letter for this patient. */
    public String letter(StubPatient patient) {
        return secret(enrol(patient, Map.of()));
    }

    /** The code or password that a letter shows. */
    public static String secret(Answer letter) {
        Matcher secret = SECRET.matcher(letter.body());
        assertThat(secret.find()).as(letter.status() + " " + letter.body()).isTrue();
        NoSecretsInLogs.code(secret.group(1));
        return secret.group(1);
    }
}
