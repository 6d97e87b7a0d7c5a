package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import nl.inzage.auth.support.WrittenActs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The desk: finding a patient of the own hospital, letters, and help for who cannot get in. */
class DeskTest {

    private static final StubPatient PETRA = StubPatient.of("desk-petra", "umcg", "999990202", "1971-06-07");

    private final RunningServer server = RunningServer.shared();
    private final WrittenActs written = new WrittenActs(server);
    private final Desk desk = Desk.of(People.DESK_UMCG, server);

    DeskTest() {
        server.fhir().has(PETRA);
    }

    @Test
    void a_patient_is_found_by_birth_date_and_surname_or_by_number() {
        for (Map<String, String> fields : List.of(
                Map.of("born", "7-6-1971", "surname", "linden", "reason", "Wil een account"),
                Map.of("number", PETRA.bsn(), "reason", "Wil een account"))) {
            assertThat(desk.search(fields).body())
                    .contains("1 patiënt gevonden")
                    .contains("Petra Maria van der Linden")
                    .contains("Geboren op 7 juni 1971")
                    .doesNotContain(">" + PETRA.bsn());
        }
    }

    @Test
    void a_search_is_written_down_with_how_many_it_showed() {
        desk.search(Map.of("number", PETRA.bsn(), "reason", "Hoeveel zijn er"));
        desk.search(Map.of("number", "111111110", "reason", "Hoeveel zijn er"));

        assertThat(server.count("account_event where reason = 'Hoeveel zijn er' and found = 1"))
                .isEqualTo(1);
        assertThat(server.count("account_event where reason = 'Hoeveel zijn er' and found = 0"))
                .isEqualTo(1);
    }

    @Test
    void without_a_reason_nobody_is_looked_for() {
        int asked = server.fhir().bearers().size();

        assertThat(desk.search(Map.of("number", PETRA.bsn())).body()).contains("waarom u deze patiënt zoekt");
        assertThat(server.fhir().bearers()).hasSize(asked);
    }

    @Test
    void two_patients_without_a_number_are_not_each_other() {
        StubPatient other = StubPatient.of("desk-nonumber", "umcg", "", "1971-06-08");
        server.fhir().has(other);
        server.sql("insert into account (id, username, password_hash, kind, hospital, identifier_system, "
                + "identifier_value, language, fhir_id, created_at) values (gen_random_uuid(), 'no.number', 'x', "
                + "'patient', 'umcg', 'http://fhir.nl/fhir/NamingSystem/bsn', '', 'nl', 'desk-another', now())");

        assertThat(desk.open(other).body()).contains("Nog geen account").doesNotContain("no.number");
    }

    @Test
    void a_patient_of_another_hospital_does_not_exist() {
        Desk other = Desk.of(People.DESK, server);

        assertThat(other.search(Map.of("number", PETRA.bsn(), "reason", "Wil een account"))
                        .body())
                .contains("Geen patiënt gevonden");
        assertThat(other.open(PETRA).location()).isEqualTo("/balie");
    }

    @ParameterizedTest
    @EnumSource(
            value = People.class,
            names = {"ANNA", "DOCTOR", "CLINIC_UMCG"})
    void only_the_desk_comes_in_and_a_clinic_where_the_hospital_gives_accounts_there(People person) {
        Journey journey = new Journey(server);
        journey.logIn(person);

        assertThat(journey.browser().get("/balie").status()).isEqualTo(403);
        assertThat(new Journey(server).browser().get("/balie").location()).isEqualTo("/inloggen");
    }

    @Test
    void a_letter_has_a_code_and_says_until_when_it_is_good() {
        StubPatient patient = patient("desk-letter");
        Answer letter = desk.enrol(patient, Map.of());

        assertThat(Desk.secret(letter)).matches("([2-9A-HJKMNP-Z]{5} ){2}[2-9A-HJKMNP-Z]{5}");
        assertThat(letter.body())
                .containsPattern("Geldig tot [0-9]{1,2} [a-z]+ 20[0-9]{2} om [0-9]{2}\\.[0-9]{2} uur")
                .contains("/activeren")
                .doesNotContain(patient.bsn());
        assertThat(letter.header("Cache-Control")).contains("no-store");
        assertThat(desk.browser().get("/balie/patient").body()).contains("Brief gegeven, nog geen account");
    }

    @Test
    void a_letter_in_the_place_of_another_is_written_down_as_such() {
        StubPatient patient = patient("desk-replaced");
        desk.letter(patient);
        assertThat(written.byEmployee(patient, "letter_replaced", People.DESK_UMCG))
                .isZero();

        desk.letter(patient);

        assertThat(written.byEmployee(patient, "letter_issued", People.DESK_UMCG))
                .isOne();
        assertThat(written.byEmployee(patient, "letter_replaced", People.DESK_UMCG))
                .isOne();
    }

    @Test
    void sending_the_form_again_does_not_void_the_letter_in_the_printer() {
        StubPatient patient = patient("desk-twice");
        Map<String, String> sameForm = Map.of("form", "the-same");
        desk.enrol(patient, sameForm);
        Answer again = desk.browser()
                .submit(
                        "/balie/account-maken",
                        Map.of(
                                "patient",
                                patient.id(),
                                "form",
                                "the-same",
                                "channel",
                                "desk",
                                "document",
                                "passport",
                                "seen",
                                "ja",
                                "phone",
                                patient.phone(),
                                "language",
                                "nl"));

        assertThat(again.body()).contains("Deze brief is al gemaakt");
        assertThat(server.sql("update activation set failures = failures where voided_at is not null and patient = '"
                        + patient.id() + "'"))
                .isZero();
    }

    @Test
    void the_hospital_says_which_documents_channels_and_phones_are_good() {
        StubPatient patient = patient("desk-rules");

        assertThat(desk.enrol(patient, Map.of("seen", "nee")).body()).contains("als u het identiteitsbewijs hebt");
        assertThat(desk.enrol(patient, Map.of("document", "patient_card")).body())
                .contains("hier niet genoeg");
        assertThat(desk.enrol(patient, Map.of("channel", "clinic")).body()).contains("Op deze manier kan");
        assertThat(desk.enrol(patient, Map.of("phone", "050-1234567")).body()).contains("mobiel nummer in dat");
        assertThat(desk.enrol(patient, Map.of("channel", "video_desk")).body()).contains("id=\"geheim\"");
    }

    @Test
    void the_desk_asks_for_an_e_mail_address_where_the_hospital_does() {
        StubPatient patient = patient("desk-mail");
        StubPatient elsewhere = StubPatient.of("desk-mail-linde", "linde", "999990226", "1970-05-04");
        server.fhir().has(elsewhere);

        assertThat(desk.open(patient).body()).contains("id=\"maken-email\"", "value=\"" + patient.email() + "\"");
        assertThat(Desk.of(People.DESK, server).open(elsewhere).body())
                .contains("id=\"maken-phone\"")
                .doesNotContain("id=\"maken-email\"");
        assertThat(desk.enrol(patient, Map.of("email", "petra@nergens")).body())
                .contains("id=\"maken-email-error\"")
                .doesNotContain("id=\"geheim\"");
        assertThat(desk.enrol(patient, Map.of("email", "")).body()).contains("id=\"geheim\"");
    }

    @Test
    void a_foreign_number_is_good_where_the_hospital_does_not_ask_for_a_dutch_one() {
        String belgian = "+32 470 12 34 56";
        StubPatient patient = StubPatient.of("desk-belgian", "amcvumc", StubPatient.numberOf("belgian"), "1970-05-04");
        server.fhir().has(patient);
        Desk clinic = Desk.of(People.CLINIC_AMC, server);

        assertThat(clinic.enrol(patient, Map.of("channel", "clinic", "phone", belgian))
                        .body())
                .contains("id=\"maken-phone-error\"", "alleen een Nederlands mobiel nummer")
                .doesNotContain("id=\"geheim\"");
        assertThat(desk.enrol(patient("desk-belgian-umcg"), Map.of("phone", belgian))
                        .body())
                .contains("id=\"geheim\"");
        assertThat(server.count("activation where patient = 'desk-belgian-umcg' and phone = '+32470123456'"))
                .isOne();
    }

    @Test
    void who_works_at_a_clinic_gives_accounts_and_passwords_there_and_nowhere_else() {
        StubPatient patient =
                StubPatient.of("desk-clinic", "amcvumc", StubPatient.numberOf("desk-clinic"), "1970-05-04");
        server.fhir().has(patient);
        Desk clinic = Desk.of(People.CLINIC_AMC, server);

        assertThat(clinic.open(patient).body()).contains("Op de polikliniek").doesNotContain("Aan de balie");
        assertThat(clinic.enrol(patient, Map.of("channel", "desk")).body()).contains("Op deze manier kan");
        assertThat(clinic.enrol(patient, Map.of("channel", "clinic")).body()).contains("id=\"geheim\"");
    }

    @Test
    void a_child_below_twelve_gets_no_letter() {
        StubPatient child = StubPatient.of("desk-child", "umcg", "999990214", "2020-01-01");
        server.fhir().has(child);

        assertThat(desk.open(child).body()).contains("te jong voor een eigen account");
        assertThat(desk.enrol(child, Map.of()).body()).doesNotContain("id=\"geheim\"");
    }

    @Test
    void a_form_of_a_patient_who_left_the_screen_does_nothing() {
        StubPatient first = patient("desk-first");
        StubPatient second = patient("desk-second");
        desk.open(first);
        desk.open(second);

        Answer stale = desk.browser().submit("/balie/sluiten", Map.of("patient", first.id(), "died", "ja"));

        assertThat(stale.location()).isEqualTo("/balie?melding=ander");
    }

    @Test
    void what_was_done_cannot_be_changed_afterwards() {
        desk.open(PETRA);

        assertThatThrownBy(() -> server.sql("update account_event set reason = 'niets'"))
                .hasStackTraceContaining("append-only");
        assertThatThrownBy(() -> server.sql("delete from account_event")).hasStackTraceContaining("append-only");
    }

    private StubPatient patient(String id) {
        StubPatient patient = StubPatient.of(id, "umcg", StubPatient.numberOf(id), "1970-05-04");
        server.fhir().has(patient);
        return patient;
    }
}
