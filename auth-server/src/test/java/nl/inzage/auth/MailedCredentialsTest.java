package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import org.junit.jupiter.api.Test;

/** The account that the hospital makes itself: one for a patient, however often the form is sent. */
class MailedCredentialsTest {

    private final RunningServer server = RunningServer.shared();

    @Test
    void of_eight_forms_at_once_one_makes_the_account() {
        StubPatient patient = StubPatient.of("mail-race", "mumc", StubPatient.numberOf("mail-race"), "1970-05-04");
        server.fhir().has(patient);
        Desk desk = Desk.of(People.DESK_MUMC, server);
        desk.open(patient);
        AtomicInteger form = new AtomicInteger();

        List<Answer> answers = Parallel.times(
                8, () -> desk.browser().submit("/balie/account-maken", fields(patient, form.incrementAndGet())));

        assertThat(server.count("account where fhir_id = 'mail-race'")).isEqualTo(1);
        assertThat(server.sms().texts(patient.email())).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.body().contains("Het account is gemaakt"))
                .hasSize(1);
    }

    private static Map<String, String> fields(StubPatient patient, int form) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("patient", patient.id());
        fields.put("form", "form-" + form);
        fields.put("channel", "desk");
        fields.put("document", "passport");
        fields.put("seen", "ja");
        fields.put("consent", "ja");
        fields.put("phone", patient.phone());
        fields.put("email", patient.email());
        fields.put("language", "nl");
        return fields;
    }
}
