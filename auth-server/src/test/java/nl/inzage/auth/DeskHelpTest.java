package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import org.junit.jupiter.api.Test;

/** The desk helps who has an account: letters with a password, blocks, telephones, user names. */
class DeskHelpTest {

    private final RunningServer server = RunningServer.shared();
    private final Desk desk = Desk.of(People.DESK_UMCG, server);

    @Test
    void a_password_letter_is_given_only_where_the_hospital_sees_patients() {
        new Journey(server).logIn(People.IDA);
        StubPatient ida = StubPatient.of(People.IDA.fhirId(), "umcg", "999990287", "1980-01-01");
        server.fhir().has(ida);
        desk.open(ida);

        assertThat(passwordLetter(ida, "clinic").body())
                .contains("id=\"wachtwoordbrief-channel-error\"", "Op deze manier kan het hier niet")
                .doesNotContain("id=\"geheim\"");
        assertThat(passwordLetter(ida, "video_desk").body()).contains("id=\"geheim\"");
    }

    @Test
    void a_password_letter_opens_a_password_that_was_blocked() {
        StubPatient karin = karin();
        guess(People.KARIN, 6);

        assertThat(desk.open(karin).body()).contains("Wachtwoord geblokkeerd", "Het wachtwoord is daarom geblokkeerd");
        String password = Desk.secret(passwordLetter(karin, "desk")).strip();

        assertThat(desk.open(karin).body()).contains("Account in gebruik").doesNotContain("geblokkeerd");
        assertThat(attempt(People.KARIN, password).location()).isEqualTo("/inloggen/code");
        server.sql("delete from temporary_password");
    }

    @Test
    void a_password_letter_lifts_no_block_of_the_account() {
        StubPatient karin = karin();
        block(People.KARIN);
        desk.open(karin);

        String password = Desk.secret(passwordLetter(karin, "desk")).strip();

        assertThat(desk.open(karin).body()).contains("Account geblokkeerd", "/balie/deblokkeren");
        assertThat(attempt(People.KARIN, password).body()).contains("Bel de helpdesk");
        server.sql("delete from temporary_password");
        server.forgetAttempts();
    }

    private StubPatient karin() {
        StubPatient karin = StubPatient.of(People.KARIN.fhirId(), "umcg", "999990305", "1980-01-01");
        server.fhir().has(karin);
        server.forgetAttempts();
        assertThat(new Journey(server).logIn(People.KARIN).status()).isEqualTo(302);
        return karin;
    }

    private void guess(People person, int times) {
        for (int i = 0; i < times; i++) {
            attempt(person, "guess");
        }
    }

    private Answer attempt(People person, String password) {
        Journey journey = new Journey(server);
        journey.browser().get("/inloggen");
        return journey.password(person.username(), password);
    }

    private Answer passwordLetter(StubPatient patient, String channel) {
        return desk.browser()
                .submit(
                        "/balie/wachtwoordbrief",
                        Desk.identified(patient, Map.of("form", "letter-" + channel, "channel", channel)));
    }

    @Test
    void a_block_is_lifted_by_who_saw_the_document_and_it_is_written_down() {
        StubPatient karin = karin();
        block(People.KARIN);
        assertThat(desk.open(karin).body()).contains("Account geblokkeerd");

        for (String field : List.of("seen", "channel", "document")) {
            Answer without = desk.browser().submit("/balie/deblokkeren", Desk.identified(karin, Map.of(field, "")));
            assertThat(without.body()).contains("Account geblokkeerd", "id=\"deblokkeren-" + field + "-error\"");
        }
        desk.browser()
                .submit(
                        "/balie/deblokkeren",
                        Desk.identified(karin, Map.of("channel", "video_desk", "document", "driving_licence")));

        assertThat(new Journey(server).logIn(People.KARIN).status()).isEqualTo(302);
        assertThat(server.count(
                        "account_event where act = 'unblocked' and reason = 'Staat aan de balie' and channel = 'video_desk'"
                                + " and document = 'driving_licence' and patient = '" + karin.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void each_act_for_who_was_identified_says_where_and_by_which_document() {
        StubPatient patient = patient("desk-marks");
        desk.enrol(patient, Map.of("channel", "video_desk", "document", "identity_card"));
        assertThat(marks("letter_issued", "video_desk", "identity_card", patient))
                .isEqualTo(1);
        StubPatient karin = karin();
        desk.open(karin);

        desk.browser()
                .submit(
                        "/balie/telefoon",
                        Desk.identified(karin, Map.of("channel", "video_desk", "phone", People.KARIN.phone())));
        passwordLetter(karin, "desk");

        assertThat(marks("phone_changed", "video_desk", "passport", karin)).isEqualTo(1);
        assertThat(marks("letter_issued", "desk", "passport", karin)).isPositive();
        server.sql("delete from temporary_password");
    }

    private int marks(String act, String channel, String document, StubPatient patient) {
        return server.count("account_event where act = '" + act + "' and channel = '" + channel + "' and document = '"
                + document + "' and patient = '" + patient.id() + "'");
    }

    @Test
    void support_changes_a_user_name_at_amsterdam_umc_only_and_the_patient_is_told() {
        StubPatient jaap = StubPatient.of(People.JAAP.fhirId(), "amcvumc", People.JAAP.number(), "1980-01-01");
        server.fhir().has(jaap);
        server.forgetAttempts();
        assertThat(new Journey(server).logIn(People.JAAP).status()).isEqualTo(302);
        Desk clinic = Desk.of(People.CLINIC_AMC, server);
        assertThat(clinic.open(jaap).body()).contains("/balie/gebruikersnaam");
        assertThat(desk.open(karin()).body()).doesNotContain("/balie/gebruikersnaam");

        assertThat(rename(clinic, jaap, "ik").body()).contains("id=\"gebruikersnaam-username-error\"");
        assertThat(rename(clinic, jaap, "Balie.Linde").body()).contains("bestaat al");
        assertThat(rename(clinic, jaap, "Jaap.Anders").location()).endsWith("melding=gebruikersnaam");

        assertThat(server.sms().texts(People.JAAP.phone())).last().asString().contains("gebruikersnaam van uw account");
        Journey journey = new Journey(server);
        journey.browser().get("/inloggen");
        assertThat(journey.password("jaap.anders", People.PASSWORD).location()).isEqualTo("/inloggen/code");
        assertThat(marks("username_changed", "clinic", "passport", jaap)).isOne();
        server.sql("update account set username = 'jaap.dijkstra' where username = 'jaap.anders'");
    }

    private static Answer rename(Desk clinic, StubPatient patient, String username) {
        return clinic.browser()
                .submit(
                        "/balie/gebruikersnaam",
                        Desk.identified(patient, Map.of("channel", "clinic", "username", username)));
    }

    private void block(People person) {
        for (int i = 0; i < 2; i++) {
            Journey journey = new Journey(server);
            journey.passPassword(person);
            String right = server.sms().newestCode(person.phone());
            String wrong = (right.charAt(0) == '9' ? '0' : '9') + right.substring(1);
            for (int code = 0; code < 3; code++) {
                journey.code(wrong);
            }
        }
    }

    private StubPatient patient(String id) {
        StubPatient patient = StubPatient.of(id, "umcg", StubPatient.numberOf(id), "1970-05-04");
        server.fhir().has(patient);
        return patient;
    }
}
