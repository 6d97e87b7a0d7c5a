package nl.inzage.auth;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import nl.inzage.auth.account.Passwords;
import nl.inzage.auth.account.SecurityQuestions;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Names;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;

/** Accounts in each state that a stranger could want to tell apart, and what a stranger sees of them. */
final class Strangers {

    static final String PASSWORD = "Paarse olifant bij de sloot";
    static final String BORN = "1961-07-08";

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
    record Seen(int status, Map<String, List<String>> headers, String body, List<String> work) {}

    /** Makes an account of each state. */
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

    /** Nobody has an account any more, and nobody failed. */
    void forget() {
        server.sql("delete from account where username like 'enum-%'");
        server.forgetAttempts();
    }

    /** A login of a new browser. */
    Seen logIn(String username, String password) {
        Browser browser = new Browser(server.issuer());
        browser.get("/inloggen");
        return seen(() -> browser.submit("/inloggen", Map.of("username", username, "password", password)), username);
    }

    /** What a request leads to, and what it takes. */
    Seen seen(Supplier<Answer> request, String typed) {
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

    /** A name that nobody has and that meets the same rules. */
    String nobodyLike(State state) {
        return state.staff
                ? Names.unknownLikeStaffOf(state.hospital, server)
                : Names.unknownLike(state.hospital, server);
    }

    /** A patient of a hospital. */
    StubPatient patient(String id, String hospital) {
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
