package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import nl.inzage.auth.account.Passwords;
import nl.inzage.auth.account.SecurityQuestions;
import nl.inzage.auth.client.SecretHash;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.Names;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures whether the time of an answer tells whether somebody has an account. It asserts nothing about time and runs by
 * hand only: {@code -Dinzage.enumeration.timing=300} rounds. The same is asked twice as a baseline (A/A).
 */
@EnabledIfSystemProperty(named = "inzage.enumeration.timing", matches = "[0-9]+")
class AnswerTimesTest {

    private static final String BORN = "1961-07-08";
    private static final int WARM_UP = 20;

    private final RunningServer server = RunningServer.shared();
    private final Random order = new Random(42);
    private final Map<String, List<Long>> nanos = new LinkedHashMap<>();

    /** One thing that is asked again and again, and what brings the server back to where it was before it. */
    private record Asked(String name, Runnable before, Runnable request) {}

    @Test
    void times_are_measured() {
        int rounds = Integer.getInteger("inzage.enumeration.timing");
        List<String> nobody = Names.unknownLike("umcg", 4, server);
        account("times-known");
        account("times-blocked");
        for (String blocked : List.of("times-blocked", nobody.get(2), nobody.get(3))) {
            server.sql("insert into login_attempts (username_hash, password_failures, not_before, code_not_before,"
                    + " updated_at, codes_from, blocked_at, blocked_because) values ('" + SecretHash.of(blocked)
                    + "', 6, now(), now(), now(), now(), now(), 'password')");
        }

        measure(rounds, names("login", nobody, this::logIn));
        measure(rounds, names("forgotten password, name", nobody, this::forgotPassword));
        measure(rounds, names("forgotten password, answer", nobody, this::answer));
        measure(rounds, usernames());
        measure(rounds, activations());

        report("login");
        report("forgotten password, name");
        report("forgotten password, answer");
        report("forgotten user name");
        report("activation");
        assertThat(nanos.values()).allSatisfy(times -> assertThat(times).hasSize(rounds));
    }

    private interface ByName {
        Runnable request(String username);
    }

    private List<Asked> names(String page, List<String> nobody, ByName byName) {
        List<Asked> all = new ArrayList<>();
        add(all, page + ": known", "times-known", byName);
        add(all, page + ": unknown", nobody.get(0), byName);
        add(all, page + ": unknown again", nobody.get(1), byName);
        for (Map.Entry<String, String> blocked : Map.of(
                        "blocked", "times-blocked",
                        "unknown and blocked", nobody.get(2),
                        "unknown and blocked again", nobody.get(3))
                .entrySet()) {
            all.add(new Asked(page + ": " + blocked.getKey(), () -> {}, byName.request(blocked.getValue())));
        }
        return all;
    }

    private void add(List<Asked> all, String name, String username, ByName byName) {
        Runnable reset =
                () -> server.sql("delete from login_attempts where username_hash = '" + SecretHash.of(username) + "'");
        all.add(new Asked(name, reset, byName.request(username)));
    }

    private Runnable logIn(String username) {
        Browser browser = browser("/inloggen");
        return () -> browser.submit("/inloggen", Map.of("username", username, "password", "guess"));
    }

    private Runnable forgotPassword(String username) {
        Browser browser = browser("/wachtwoord-vergeten");
        return () -> browser.submit("/wachtwoord-vergeten", Map.of("username", username));
    }

    private Runnable answer(String username) {
        Browser browser = browser("/wachtwoord-vergeten");
        browser.submit("/wachtwoord-vergeten", Map.of("username", username));
        return () -> browser.submit("/wachtwoord-vergeten/vraag", Map.of("born", BORN, "answer", "Elders"));
    }

    private List<Asked> usernames() {
        StubPatient patient = patient("times-named");
        server.sql("update account set fhir_id = '" + patient.id() + "' where username = 'times-known'");
        return List.of(
                username("forgotten user name: known", "P", "Linden", patient.born()),
                username("forgotten user name: unknown", "Q", "Nergens", "1931-01-01"),
                username("forgotten user name: unknown again", "R", "Nergens", "1931-01-02"));
    }

    private Asked username(String name, String initials, String surname, String born) {
        Browser browser = browser("/gebruikersnaam-vergeten");
        return new Asked(
                name,
                () -> {},
                () -> browser.submit(
                        "/gebruikersnaam-vergeten",
                        Map.of("hospital", "umcg", "initials", initials, "surname", surname, "born", born)));
    }

    private List<Asked> activations() {
        Desk desk = Desk.of(People.DESK_UMCG, server);
        String live = desk.letter(patient("times-letter"));
        String burnt = desk.letter(patient("times-burnt"));
        server.sql("update activation set failures = 5 where patient = 'times-burnt'");
        return List.of(
                activation("activation: known", live),
                activation("activation: burnt", burnt),
                activation("activation: unknown", "22222 33333 44444"),
                activation("activation: unknown again", "33333 44444 55555"));
    }

    private Asked activation(String name, String code) {
        Browser browser = browser("/activeren");
        return new Asked(
                name,
                () -> server.sql("update activation set failures = 0 where patient = 'times-letter'"),
                () -> browser.submit("/activeren", Map.of("code", code, "born", "1970-05-05")));
    }

    private void measure(int rounds, List<Asked> asked) {
        List<Asked> all = new ArrayList<>(asked);
        for (int round = -WARM_UP; round < rounds; round++) {
            Collections.shuffle(all, order);
            for (Asked each : all) {
                each.before().run();
                long begun = System.nanoTime();
                each.request().run();
                long took = System.nanoTime() - begun;
                if (round >= 0) {
                    nanos.computeIfAbsent(each.name(), name -> new ArrayList<>())
                            .add(took);
                }
            }
        }
    }

    private void report(String page) {
        nanos.entrySet().stream()
                .filter(each -> each.getKey().startsWith(page + ":"))
                .forEach(each -> System.out.printf(
                        Locale.ROOT, "## %s: median %.2f ms%n", each.getKey(), median(each.getValue()) / 1e6));
    }

    private static double median(List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2.0;
    }

    private Browser browser(String page) {
        Browser browser = new Browser(server.issuer());
        browser.get(page);
        return browser;
    }

    private StubPatient patient(String id) {
        StubPatient patient = StubPatient.of(id, "umcg", StubPatient.numberOf(id), BORN);
        server.fhir().has(patient);
        return patient;
    }

    private void account(String username) {
        String hash = server.bean(Passwords.class).hash("Paarse olifant bij de sloot");
        String answer = server.bean(Passwords.class).hash(SecurityQuestions.comparable("Lindestraat"));
        server.sql("insert into account (id, username, password_hash, phone, email, birth_date, kind, hospital,"
                + " identifier_system, identifier_value, language, created_at) values (gen_random_uuid(), '"
                + username + "', '" + hash + "', '+31699100201', '" + username + "@example.org', '" + BORN
                + "', 'patient', 'umcg', 'urn:test', '" + username + "', 'nl', now())");
        server.sql("insert into security_question select id, 'street', '" + answer + "' from account where username = '"
                + username + "'");
    }
}
