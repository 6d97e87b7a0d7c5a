package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.Enrolling;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import org.junit.jupiter.api.Test;

/** From the letter to the account (F3 to F6). */
class ActivationTest {

    private final RunningServer server = RunningServer.shared();
    private final Enrolling person = new Enrolling(server);

    @Test
    void a_letter_leads_to_an_account_that_is_logged_in() {
        StubPatient patient = patient("act-whole", "umcg");
        String code = Desk.of(People.DESK_UMCG, server).letter(patient);

        person.upToTerms(patient, code.toLowerCase(Locale.ROOT), "petra.whole");
        Answer in = person.agree();

        assertThat(in.location()).isEqualTo(server.portal().address());
        assertThat(server.sms().texts(patient.mobile())).last().asString().contains("zojuist een account gemaakt");
        Journey later = new Journey(server);
        later.browser().get("/inloggen");
        assertThat(later.password("Petra.Whole", Enrolling.PASSWORD).location()).isEqualTo("/inloggen/code");
        assertThat(later.code(server.sms().newestCode(patient.mobile())).status())
                .isEqualTo(302);
    }

    @Test
    void wrong_unknown_expired_used_and_burnt_codes_get_one_answer() {
        StubPatient patient = patient("act-same", "umcg");
        Desk desk = Desk.of(People.DESK_UMCG, server);
        String code = desk.letter(patient);
        String right = refused(code, "1970-05-05");
        String wrong = refused(code.substring(0, code.length() - 1) + "_", patient.born());
        String unknown = refused("22222 33333 44444", patient.born());
        server.sql("update activation set expires_at = now() where patient = 'act-same'");
        String expired = refused(code, patient.born());
        String fresh = desk.letter(patient);
        String replaced = refused(code, patient.born());
        for (int i = 0; i < 5; i++) {
            refused(fresh, "1970-05-05");
        }
        String burnt = refused(fresh, patient.born());

        assertThat(List.of(wrong, unknown, expired, replaced, burnt)).containsOnly(right);
    }

    @Test
    void the_address_that_the_desk_was_told_is_filled_in_and_can_be_changed() {
        StubPatient patient = patient("act-mail", "umcg");
        Desk desk = Desk.of(People.DESK_UMCG, server);
        String told = "verteld@example.org";
        String code = Desk.secret(desk.enrol(patient, Map.of("email", " " + told)));
        person.code(code, patient.born());
        person.phone(patient);
        String password = Enrolling.PASSWORD;
        person.step("account", Map.of("username", "act.mail", "password", password, "again", password));
        person.step("vraag", Map.of("question", "street", "answer", "Lindestraat"));

        assertThat(person.browser().get("/activeren/email").body()).contains("value=\"" + told + "\"");
        assertThat(person.step("email", Map.of("email", "geen.adres@nergens")).body())
                .contains("id=\"email-error\"");
        assertThat(person.step("email", Map.of("email", patient.email())).location())
                .isEqualTo("/activeren/emailcode");
        assertThat(server.sms().texts(told)).isEmpty();
    }

    @Test
    void who_does_not_know_the_code_cannot_burn_it() {
        StubPatient patient = patient("act-burn", "amcvumc");
        Desk clinic = Desk.of(People.CLINIC_AMC, server);
        String code = Desk.secret(clinic.enrol(patient, Map.of("channel", "clinic", "document", "patient_card")));
        String guess = code.substring(0, code.length() - 1) + (code.endsWith("0") ? "1" : "0");
        for (int i = 0; i < 6; i++) {
            refused(guess, patient.born());
        }

        assertThat(server.count("activation where patient = 'act-burn' and failures = 0"))
                .isEqualTo(1);
        assertThat(person.code(code, patient.born()).location()).isEqualTo("/activeren/telefoon");
    }

    @Test
    void of_32_parallel_birth_dates_with_the_right_code_five_are_looked_at() {
        StubPatient patient = patient("act-dates", "umcg");
        String code = Desk.of(People.DESK_UMCG, server).letter(patient);
        AtomicInteger day = new AtomicInteger();

        Parallel.times(32, () -> new Enrolling(server).code(code, "1971-01-" + (10 + day.getAndIncrement() % 20)));

        assertThat(server.count("activation where patient = 'act-dates' and failures = 5"))
                .isEqualTo(1);
        assertThat(person.code(code, patient.born()).body()).contains("kunt u geen account maken");
    }

    @Test
    void a_code_is_used_once() {
        StubPatient patient = patient("act-once", "umcg");
        String code = Desk.of(People.DESK_UMCG, server).letter(patient);
        person.upToTerms(patient, code, "petra.once");
        person.agree();

        assertThat(new Enrolling(server).code(code, patient.born()).body()).contains("kunt u geen account maken");
    }

    @Test
    void of_32_who_begin_with_one_code_at_once_one_goes_on() {
        StubPatient patient = patient("act-many", "umcg");
        String code = Desk.of(People.DESK_UMCG, server).letter(patient);
        List<Enrolling> many = Parallel.times(32, () -> {
            Enrolling one = new Enrolling(server);
            one.code(code, patient.born());
            return one;
        });

        assertThat(many)
                .filteredOn(one -> one.browser().get("/activeren/telefoon").status() == 200)
                .hasSize(1);
    }

    @Test
    void of_32_parallel_last_steps_one_makes_the_account() {
        StubPatient patient = patient("act-last", "umcg");
        person.upToTerms(patient, Desk.of(People.DESK_UMCG, server).letter(patient), "petra.last");
        person.browser().get("/activeren/voorwaarden");

        Parallel.times(32, () -> person.browser().submit("/activeren/voorwaarden", Map.of("terms", "ja")));

        assertThat(server.count("account where username = 'petra.last'")).isEqualTo(1);
        assertThat(server.count("account_event where act = 'activated' and patient = 'act-last'"))
                .isEqualTo(1);
    }

    @Test
    void no_step_can_be_skipped() {
        StubPatient patient = patient("act-skip", "umcg");
        person.code(Desk.of(People.DESK_UMCG, server).letter(patient), patient.born());

        for (String step : List.of("account", "vraag", "email", "voorwaarden")) {
            assertThat(person.browser().get("/activeren/" + step).location()).isEqualTo("/activeren/telefoon");
        }
        assertThat(new Enrolling(server).browser().get("/activeren/account").location())
                .isEqualTo("/activeren?melding=verlopen");
    }

    @Test
    void a_weak_password_and_a_taken_name_are_said_beside_the_field() {
        StubPatient patient = patient("act-weak", "umcg");
        person.code(Desk.of(People.DESK_UMCG, server).letter(patient), patient.born());
        person.phone(patient);

        Answer weak = person.step(
                "account", Map.of("username", People.ANNA.username(), "password", "Password1", "again", "Password1"));

        assertThat(weak.body())
                .contains("Deze gebruikersnaam bestaat al")
                .contains("te makkelijk te raden")
                .contains("id=\"password-error\"")
                .doesNotContain("Password1");
        String long64 = "regen en wind ".repeat(5);
        assertThat(person.step("account", Map.of("username", "petra.weak", "password", long64, "again", long64))
                        .location())
                .isEqualTo("/activeren/vraag");
    }

    @Test
    void amc_prints_fifteen_digits_for_thirty_days() {
        StubPatient patient = patient("act-amc", "amcvumc");
        Desk clinic = Desk.of(People.CLINIC_AMC, server);
        String code = Desk.secret(clinic.enrol(patient, Map.of("channel", "clinic", "document", "patient_card")));

        assertThat(code).matches("[0-9]{5} [0-9]{5} [0-9]{5}");
        assertThat(server.count("activation where patient = 'act-amc' and expires_at > now() + interval '29 days'"))
                .isEqualTo(1);
        assertThat(person.code(code, "4 5 1970").location()).isEqualTo("/activeren/telefoon");
    }

    @Test
    void mumc_mails_the_credentials_once_the_statement_is_signed() {
        StubPatient patient = patient("act-mumc", "mumc");
        Desk desk = Desk.of(People.DESK_MUMC, server);
        assertThat(desk.enrol(patient, Map.of("email", patient.email())).body())
                .contains("eerst de toestemmingsverklaring ondertekenen");

        Answer made = desk.enrol(patient, Map.of("email", patient.email(), "consent", "ja"));

        assertThat(made.body()).contains("Het account is gemaakt", "De e-mail wordt verstuurd op ");
        assertThat(server.sms().texts(patient.email())).isEmpty();
        server.mailCredentials();
        String mail = server.sms().texts(patient.email()).get(0);
        String username = mail.replaceAll("(?s).*gebruikersnaam is (p[0-9]{8}) .*", "$1");
        String password = mail.replaceAll("(?s).*wachtwoord is ([a-z2-9]{16}) .*", "$1");
        Journey journey = new Journey(server);
        journey.browser().get("/inloggen");
        journey.password(username, password);
        journey.browser().get("/inloggen/code");
        assertThat(journey.code(server.sms().newestCode(patient.mobile())).location())
                .isEqualTo("/wachtwoord-vergeten/nieuw");
        journey.browser().get("/wachtwoord-vergeten/nieuw");
        Answer chosen = journey.browser()
                .submit(
                        "/wachtwoord-vergeten/nieuw",
                        Map.of("password", Enrolling.PASSWORD, "again", Enrolling.PASSWORD));
        assertThat(chosen.location()).isEqualTo("/inloggen?melding=gewijzigd");
        journey.browser().get("/inloggen");
        assertThat(journey.password(username, password).body()).contains("klopt niet");
    }

    private String refused(String code, String born) {
        Answer answer = new Enrolling(server).code(code, born);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                .replaceAll("value=\"1970-05-0[45]\"", "");
    }

    private StubPatient patient(String id, String hospital) {
        StubPatient patient = StubPatient.of(id, hospital, StubPatient.numberOf(id), "1970-05-04");
        server.fhir().has(patient);
        return patient;
    }
}
