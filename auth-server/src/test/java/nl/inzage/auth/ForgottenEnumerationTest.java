package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.inzage.auth.Strangers.Seen;
import nl.inzage.auth.Strangers.State;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A stranger learns as little from what is forgotten, and from activation, as from a login.
 */
class ForgottenEnumerationTest {

    private final RunningServer server = RunningServer.shared();
    private final Strangers strangers = new Strangers();

    @BeforeEach
    void makeAccounts() {
        strangers.makeAccounts();
    }

    @AfterEach
    void forget() {
        strangers.forget();
    }

    @ParameterizedTest
    @EnumSource
    void a_forgotten_password_is_answered_as_of_nobody(State state) {
        for (int attempt = 1; attempt <= 6; attempt++) {
            assertThat(forgotPassword(state.username(), state.email()))
                    .as("attempt %s", attempt)
                    .isEqualTo(forgotPassword(strangers.nobodyLike(state), state.email()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_forgotten_password_of_a_blocked_account_is_answered_as_of_nobody(State state) {
        for (int attempt = 1; attempt <= 8; attempt++) {
            strangers.logIn(state.username(), "guess");
            strangers.logIn(strangers.nobodyLike(state), "guess");
        }

        assertThat(forgotPassword(state.username(), state.email()))
                .isEqualTo(forgotPassword(strangers.nobodyLike(state), state.email()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"umcg", "amcvumc"})
    void a_forgotten_user_name_is_answered_as_of_nobody(String hospital) {
        StubPatient open = strangers.patient("enum-open", hospital);
        StubPatient dead = strangers.patient("enum-dead", hospital).dead();
        StubPatient without = strangers.patient("enum-without", hospital);
        server.fhir().has(dead);
        for (StubPatient each : List.of(open, dead)) {
            server.sql("insert into account (id, username, password_hash, phone, email, birth_date, kind, hospital,"
                    + " identifier_system, identifier_value, language, fhir_id, created_at) select gen_random_uuid(),"
                    + " 'enum-" + each.id() + "', password_hash, phone, email, '" + each.born() + "', kind, '"
                    + hospital
                    + "', 'urn:test', '" + each.id() + "', 'nl', '" + each.id()
                    + "', now() from account where username = '" + State.KNOWN.username() + "'");
        }

        Seen nobody = forgotUsername(hospital, "Q", "Nergens", "1931-01-01");

        for (StubPatient each : List.of(open, dead, without)) {
            assertThat(forgotUsername(hospital, "P", "Linden", each.born())).isEqualTo(nobody);
        }
    }

    @Test
    void an_activation_is_refused_the_same_for_every_reason() {
        StubPatient patient = strangers.patient("enum-letter", "umcg");
        Desk desk = Desk.of(People.DESK_UMCG, server);
        String code = desk.letter(patient);
        Map<String, Seen> seen = new LinkedHashMap<>();

        Seen nobody = activate("22222 33333 44444", Strangers.BORN);
        seen.put("wrong birth date", activate(code, "1970-05-05"));
        seen.put("wrong end", activate(code.substring(0, code.length() - 1) + "_", patient.born()));
        server.sql("update activation set expires_at = now() where patient = '" + patient.id() + "'");
        seen.put("expired", activate(code, patient.born()));
        String next = desk.letter(patient);
        seen.put("replaced", activate(code, patient.born()));
        for (int i = 0; i < 5; i++) {
            activate(next, "1970-05-05");
        }
        seen.put("burnt", activate(next, patient.born()));
        server.sql("update activation set failures = 0, used_at = now() where patient = '" + patient.id() + "'");
        seen.put("used", activate(next, patient.born()));

        assertThat(seen)
                .allSatisfy((reason, answer) -> assertThat(answer).as(reason).isEqualTo(nobody));
        assertThat(nobody.work()).contains("hash");
    }

    /** The name, the page that it leads to, and what may be filled in there, in either variant. */
    private List<Seen> forgotPassword(String username, String email) {
        Browser browser = new Browser(server.issuer());
        browser.get("/wachtwoord-vergeten");
        Seen begun =
                strangers.seen(() -> browser.submit("/wachtwoord-vergeten", Map.of("username", username)), username);
        String page = begun.headers().get("location").get(0);
        Seen form = strangers.seen(() -> browser.get(page), username);
        Seen wrong = strangers.seen(
                () -> browser.submit(
                        page, Map.of("born", Strangers.BORN, "answer", "Elders", "email", "dief@example.org")),
                username);
        Seen mailed =
                strangers.seen(() -> browser.submit("/wachtwoord-vergeten/email", Map.of("email", email)), username);
        return List.of(begun, form, wrong, mailed);
    }

    private Seen forgotUsername(String hospital, String initials, String surname, String born) {
        Browser browser = new Browser(server.issuer());
        browser.get("/gebruikersnaam-vergeten");
        Seen seen = strangers.seen(
                () -> browser.submit(
                        "/gebruikersnaam-vergeten",
                        Map.of("hospital", hospital, "initials", initials, "surname", surname, "born", born)),
                "-");
        String body = seen.body().replaceAll("(id=\"(?:initials|surname|born)\" name=\"[a-z]+\" value=\")[^\"]*", "$1");
        return new Seen(seen.status(), seen.headers(), body, seen.work());
    }

    private Seen activate(String code, String born) {
        Browser browser = new Browser(server.issuer());
        browser.get("/activeren");
        return strangers.seen(() -> browser.submit("/activeren", Map.of("code", code, "born", born)), born);
    }
}
