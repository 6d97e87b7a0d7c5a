package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an administrator cannot do alone or unseen, and forms that a browser sends twice. */
class StaffGuardTest {

    private static final String UZI = "http://fhir.nl/fhir/NamingSystem/uzi-nr-pers|";
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    private final RunningServer server = RunningServer.shared();
    private final Browser administrator = loggedIn(People.ADMINISTRATOR);

    @ParameterizedTest
    @EnumSource(
            value = People.class,
            names = {"DOCTOR", "ADMINISTRATOR"})
    void an_employee_with_an_account_gets_no_second_one_under_another_number(People person) {
        loggedIn(person);
        server.fhir().knows(UZI + "900000084", person.fhirId());

        Answer answer = adds(administrator, "900000084", Map.of());

        assertThat(answer.body()).contains("id=\"number-error\"", "heeft al een account");
        assertThat(server.count("account where identifier_value = '900000084'")).isZero();
    }

    @Test
    void codes_of_a_colleagues_account_do_not_come_to_the_administrators_phone() {
        server.fhir().knows(UZI + "900000085", "id-of-own-phone");
        String own = People.ADMINISTRATOR.phone();

        assertThat(adds(administrator, "900000085", Map.of("phone", own)).body())
                .contains("id=\"phone-error\"", "Dit is uw eigen nummer");
        assertThat(server.count("account where identifier_value = '900000085'")).isZero();
        assertThat(administrator
                        .submit(
                                "/beheer/medewerker/manieren",
                                Map.of("id", idOf("arts.linde"), "phone", own, "reason", "Toestel kwijt"))
                        .body())
                .contains("id=\"manieren-phone-error\"", "Dit is uw eigen nummer");
        assertThat(phoneOf("arts.linde")).isEqualTo(People.DOCTOR.phone());
    }

    @Test
    void who_gets_another_password_or_loses_the_account_hears_of_it_by_phone_and_mailbox() {
        made("900000086");
        server.sql("update account set email = 'n900000086@example.org' where username = 'n900000086'");
        String id = idOf("n900000086");

        letter(id, "letter-of-86");
        for (String to : List.of("+31612900086", "n900000086@example.org")) {
            assertThat(server.sms().texts(to)).singleElement().asString().contains("nieuw tijdelijk wachtwoord");
        }
        administrator.submit("/beheer/medewerker/sluiten", Map.of("id", id, "sure", "ja", "reason", "Uit dienst"));

        for (String to : List.of("+31612900086", "n900000086@example.org")) {
            assertThat(server.sms().texts(to)).last().asString().contains("uw account bij Inzage gesloten");
        }
    }

    @Test
    void sending_the_form_of_a_password_letter_again_does_not_void_the_letter_in_the_printer() {
        made("900000087");
        String id = idOf("n900000087");
        Matcher form =
                FORM.matcher(administrator.get("/beheer/medewerker?id=" + id).body());
        assertThat(form.find()).isTrue();
        String password = Desk.secret(letter(id, form.group(1))).strip();

        assertThat(letter(id, form.group(1)).body())
                .contains("Deze brief is al gemaakt")
                .doesNotContain("id=\"geheim\"");

        Journey journey = new Journey(server);
        journey.browser().get("/inloggen");
        assertThat(journey.password("n900000087", password).location()).isEqualTo("/inloggen/code");
    }

    @Test
    void a_form_of_a_new_employee_that_is_sent_again_leads_to_the_account_and_another_letter() {
        made("900000088");

        Answer again = adds(administrator, "900000088", Map.of());

        assertThat(again.location()).isEqualTo("/beheer/medewerker?melding=gemaakt&id=" + idOf("n900000088"));
        assertThat(administrator.get(again.location()).body()).contains("Hebt u de brief niet gezien?");
        assertThat(letter(idOf("n900000088"), "another").body()).contains("id=\"geheim\"");
    }

    @Test
    void of_many_accounts_at_once_for_one_employee_one_is_made() {
        server.fhir().knows(UZI + "900000089", "id-of-race");
        server.fhir().knows(UZI + "900000090", "id-of-race");
        administrator.get("/beheer/nieuw");

        AtomicInteger turn = new AtomicInteger();
        List<Answer> answers = Parallel.times(8, () -> {
            int mine = turn.incrementAndGet();
            String number = mine % 2 == 0 ? "900000089" : "900000090";
            return administrator.submit("/beheer/nieuw", fields(number, Map.of("username", "race.linde." + mine)));
        });

        assertThat(answers)
                .filteredOn(answer -> answer.body().contains("geheim"))
                .hasSize(1);
        assertThat(server.count("account where identifier_value in ('900000089', '900000090')"))
                .isOne();
    }

    /** Makes an account that is called after its number. */
    private void made(String number) {
        server.fhir().knows(UZI + number, "id-of-" + number);
        assertThat(adds(administrator, number, Map.of()).body()).contains("id=\"geheim\"");
    }

    private static Answer adds(Browser administrator, String number, Map<String, String> changed) {
        administrator.get("/beheer/nieuw");
        return administrator.submit("/beheer/nieuw", fields(number, changed));
    }

    private static Map<String, String> fields(String number, Map<String, String> changed) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "number",
                number,
                "role",
                "clinician",
                "username",
                "n" + number,
                "phone",
                "06 12" + number.substring(0, 1) + number.substring(4),
                "language",
                "nl",
                "reason",
                "Begint maandag bij ons"));
        fields.putAll(changed);
        return fields;
    }

    private Answer letter(String id, String form) {
        return administrator.submit(
                "/beheer/medewerker/wachtwoord", Map.of("id", id, "form", form, "reason", "Wachtwoord vergeten"));
    }

    private Browser loggedIn(People person) {
        server.forgetAttempts();
        Journey journey = new Journey(server);
        assertThat(journey.logIn(person).status()).isEqualTo(302);
        journey.browser().get("/account");
        return journey.browser();
    }

    private String idOf(String username) {
        return server.text("select id from account where username = '" + username + "'");
    }

    private String phoneOf(String username) {
        return server.text("select phone from account where username = '" + username + "'");
    }
}
