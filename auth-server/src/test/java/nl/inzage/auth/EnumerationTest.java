package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import nl.inzage.auth.account.Passwords;
import nl.inzage.auth.account.SecurityQuestions;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.Names;
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
 * A stranger learns from no answer whether somebody has an account: in each state of an account it is the answer to a
 * name that nobody has, to the byte, after the same statements and the same slow hashes.
 */
class EnumerationTest {

    private static final String PASSWORD = "Paarse olifant bij de sloot";
    private static final String BORN = "1961-07-08";

    private final RunningServer server = RunningServer.shared();

    /** The states of accounts that a stranger could want to tell apart. */
    enum State {
        KNOWN("umcg", false, ""),
        DECEASED("umcg", false, "closed_at = now()"),
        NO_PHONE("umcg", false, "phone = null"),
        NO_EMAIL("umcg", false, "email = null"),
        NO_PASSWORD("umcg", false, "password_hash = null"),
        STAFF("umcg", true, "kind = 'desk'"),
        OTHER_HOSPITAL("amcvumc", false, "hospital = 'amcvumc'"),
        WITH_MAIL("mumc", false, "hospital = 'mumc'"),
        WITH_MAIL_AND_DECEASED("mumc", false, "hospital = 'mumc', closed_at = now()"),
        WITH_MAIL_AND_NO_ADDRESS("mumc", false, "hospital = 'mumc', email = null");

        private final String hospital;
        private final boolean staff;
        private final String change;

        State(String hospital, boolean staff, String change) {
            this.hospital = hospital;
            this.staff = staff;
            this.change = change;
        }

        String username() {
            return "enum-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String email() {
            return username() + "@example.org";
        }
    }

    /** One answer and what it took. */
    private record Seen(int status, Map<String, List<String>> headers, String body, List<String> work) {}

    @BeforeEach
    void makeAccounts() {
        String password = server.bean(Passwords.class).hash(PASSWORD);
        String answer = server.bean(Passwords.class).hash(SecurityQuestions.comparable("Lindestraat"));
        for (State state : State.values()) {
            server.sql("insert into account (id, username, password_hash, phone, email, birth_date, kind, hospital,"
                    + " identifier_system, identifier_value, language, created_at) values (gen_random_uuid(), '"
                    + state.username() + "', '" + password + "', '+31699100200', '"
                    + state.email() + "', '" + BORN + "', 'patient', 'umcg', 'urn:test', '" + state.username()
                    + "', 'nl', now())");
            server.sql("insert into security_question select id, 'street', '" + answer
                    + "' from account where username = '" + state.username() + "'");
            if (!state.change.isEmpty()) {
                server.sql("update account set " + state.change + " where username = '" + state.username() + "'");
            }
        }
    }

    @AfterEach
    void forget() {
        server.sql("delete from account where username like 'enum-%'");
        server.forgetAttempts();
    }

    @ParameterizedTest
    @EnumSource
    void wrong_passwords_are_answered_as_of_nobody_up_to_and_beyond_the_block(State state) {
        for (int attempt = 1; attempt <= 8; attempt++) {
            assertThat(logIn(state.username(), "guess"))
                    .as("attempt %s", attempt)
                    .isEqualTo(logIn(nobodyLike(state), "guess"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_right_password_of_a_blocked_account_is_answered_as_any_of_nobody(State state) {
        for (int attempt = 1; attempt <= 8; attempt++) {
            logIn(state.username(), "guess");
            logIn(nobodyLike(state), "guess");
        }

        assertThat(logIn(state.username(), PASSWORD)).isEqualTo(logIn(nobodyLike(state), PASSWORD));
    }

    @Test
    void what_an_answer_takes_is_really_seen() {
        assertThat(logIn(State.KNOWN.username(), "guess").work)
                .contains("hash")
                .anyMatch(done -> done.contains("from account where lower(username)"))
                .anyMatch(done -> done.contains("update login_attempts"));
    }

    @Test
    void the_right_password_of_who_died_is_answered_as_any_of_nobody() {
        assertThat(logIn(State.DECEASED.username(), PASSWORD)).isEqualTo(logIn(nobodyLike(State.DECEASED), PASSWORD));
    }

    @ParameterizedTest
    @EnumSource
    void a_code_asked_for_again_without_the_password_is_answered_as_of_nobody(State state) {
        assertThat(again(state.username())).isEqualTo(again(nobodyLike(state)));
    }

    @ParameterizedTest
    @EnumSource
    void a_forgotten_password_is_answered_as_of_nobody(State state) {
        for (int attempt = 1; attempt <= 6; attempt++) {
            assertThat(forgotPassword(state.username(), state.email()))
                    .as("attempt %s", attempt)
                    .isEqualTo(forgotPassword(nobodyLike(state), state.email()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_forgotten_password_of_a_blocked_account_is_answered_as_of_nobody(State state) {
        for (int attempt = 1; attempt <= 8; attempt++) {
            logIn(state.username(), "guess");
            logIn(nobodyLike(state), "guess");
        }

        assertThat(forgotPassword(state.username(), state.email()))
                .isEqualTo(forgotPassword(nobodyLike(state), state.email()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"umcg", "amcvumc"})
    void a_forgotten_user_name_is_answered_as_of_nobody(String hospital) {
        StubPatient open = patient("enum-open", hospital);
        StubPatient dead = patient("enum-dead", hospital).dead();
        StubPatient without = patient("enum-without", hospital);
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
        StubPatient patient = patient("enum-letter", "umcg");
        Desk desk = Desk.of(People.DESK_UMCG, server);
        String code = desk.letter(patient);
        Map<String, Seen> seen = new LinkedHashMap<>();

        Seen nobody = activate("22222 33333 44444", BORN);
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
        assertThat(nobody.work).contains("hash");
    }

    private Seen logIn(String username, String password) {
        Browser browser = new Browser(server.issuer());
        browser.get("/inloggen");
        return seen(() -> browser.submit("/inloggen", Map.of("username", username, "password", password)), username);
    }

    private Seen again(String username) {
        Browser browser = new Browser(server.issuer());
        browser.get("/inloggen");
        browser.submit("/inloggen", Map.of("username", username, "password", "guess"));
        return seen(() -> browser.submit("/inloggen/code/opnieuw", Map.of()), username);
    }

    /** The name, the page that it leads to, and what may be filled in there, in either variant. */
    private List<Seen> forgotPassword(String username, String email) {
        Browser browser = new Browser(server.issuer());
        browser.get("/wachtwoord-vergeten");
        Seen begun = seen(() -> browser.submit("/wachtwoord-vergeten", Map.of("username", username)), username);
        String page = begun.headers.get("location").get(0);
        Seen form = seen(() -> browser.get(page), username);
        Seen wrong = seen(
                () -> browser.submit(page, Map.of("born", BORN, "answer", "Elders", "email", "dief@example.org")),
                username);
        Seen mailed = seen(() -> browser.submit("/wachtwoord-vergeten/email", Map.of("email", email)), username);
        return List.of(begun, form, wrong, mailed);
    }

    private Seen forgotUsername(String hospital, String initials, String surname, String born) {
        Browser browser = new Browser(server.issuer());
        browser.get("/gebruikersnaam-vergeten");
        Seen seen = seen(
                () -> browser.submit(
                        "/gebruikersnaam-vergeten",
                        Map.of("hospital", hospital, "initials", initials, "surname", surname, "born", born)),
                "-");
        String body = seen.body.replaceAll("(id=\"(?:initials|surname|born)\" name=\"[a-z]+\" value=\")[^\"]*", "$1");
        return new Seen(seen.status, seen.headers, body, seen.work);
    }

    private Seen activate(String code, String born) {
        Browser browser = new Browser(server.issuer());
        browser.get("/activeren");
        return seen(() -> browser.submit("/activeren", Map.of("code", code, "born", born)), born);
    }

    private Seen seen(Supplier<Answer> request, String typed) {
        server.work().take();
        Answer answer = request.get();
        List<String> work = server.work().take();
        Map<String, List<String>> headers =
                new TreeMap<>(answer.http().headers().map());
        // The moment, the length of what was typed and the name of the session are each browser's own.
        headers.keySet().removeAll(List.of("date", "content-length"));
        headers.computeIfPresent("set-cookie", (name, cookies) -> cookies.stream()
                .map(cookie -> cookie.replaceAll("=[^;]*", "="))
                .toList());
        String body = answer.body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                .replace("value=\"" + typed + "\"", "")
                // Which question a name has is always the same, and another for another name.
                .replaceAll("(<label class=\"utrecht-form-label\" for=\"answer\">)[^<]+", "$1");
        return new Seen(answer.status(), headers, body, work);
    }

    private String nobodyLike(State state) {
        return state.staff
                ? Names.unknownLikeStaffOf(state.hospital, server)
                : Names.unknownLike(state.hospital, server);
    }

    private StubPatient patient(String id, String hospital) {
        String name = id + "-" + hospital;
        StubPatient patient = StubPatient.of(
                name,
                hospital,
                StubPatient.numberOf(name),
                "19" + (30 + Math.floorMod(name.hashCode(), 60)) + "-03-0" + (1 + Math.floorMod(name.hashCode(), 9)));
        server.fhir().has(patient);
        return patient;
    }
}
