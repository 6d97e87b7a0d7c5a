package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.ConsentAnswer;
import nl.inzage.auth.support.DeveloperAtWork;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom an app of a developer works for: nobody real, until a hospital approves it for its own people. */
class AppApprovalTest {

    private static final String REASON = "Contract getekend";

    /** Who is logged in already, each in a browser of their own. */
    private static final Map<People, Journey> LOGGED_IN = new EnumMap<>(People.class);

    private static final RunningServer SERVER = RunningServer.shared();

    /** Somebody else in each test: nobody asks often in one day. */
    private final String email = "keuring-" + UUID.randomUUID() + "@meetapp.example";

    private final DeveloperAtWork developer = new DeveloperAtWork(email, SERVER);

    @BeforeAll
    static void forget() {
        LOGGED_IN.clear();
    }

    @BeforeEach
    void comeIn() {
        SERVER.forgetAttempts();
        developer.comesIn();
    }

    @Test
    void a_fresh_app_works_for_nobody_real_only_and_an_approved_one_at_that_hospital_only() {
        String client = developer.registers("Bloedmeter");
        App app = app(client);

        assertThat(token(app, People.SANDBOX).json().get("patient").asText()).isEqualTo(People.SANDBOX.fhirId());
        isTurnedAway(app, People.EVA);

        developer.asksForApproval(client);
        isTurnedAway(app, People.EVA);
        assertThat(decides("goedkeuren", client).location()).contains("melding=approved");

        assertThat(token(app, People.EVA).json().get("patient").asText()).isEqualTo(People.EVA.fhirId());
        isTurnedAway(app, People.IDA);
        assertThat(SERVER.sms().texts(email))
                .anyMatch(mail -> mail.contains("Bloedmeter goedgekeurd") && mail.contains(REASON));
        assertThat(SERVER.count("account_event where act = 'client_approved' and hospital = 'linde' and client_id = '"
                        + client + "' and reason = '" + REASON + "' and by_account is not null"))
                .isOne();
        developer.withdraws(client);
    }

    @Test
    void the_consent_page_says_who_made_an_app_and_whether_the_hospital_approved_it() {
        String fresh = developer.registers("Makermeter");
        assertThat(ConsentAnswer.to(browserOf(People.SANDBOX), app(fresh).authorizeAddress())
                        .page()
                        .body())
                .contains("Makermeter is gemaakt door Meetapp B.V.", "De app wordt nog getest")
                .doesNotContain("heeft deze app goedgekeurd");
        developer.withdraws(fresh);

        String client = approved("Kenmeter");
        assertThat(ConsentAnswer.to(browserOf(People.EVA), app(client).authorizeAddress())
                        .page()
                        .body())
                .contains("Kenmeter is gemaakt door Meetapp B.V.", "Uw ziekenhuis heeft deze app goedgekeurd.");
        developer.withdraws(client);
    }

    @Test
    void what_is_stopped_gets_nothing_more_from_that_moment() {
        String client = approved("Stopmeter");
        App app = app(client);
        Answer token = token(app, People.EVA);
        String code = code(app, People.EVA);
        assertThat(isActive(token)).isTrue();

        decides("stoppen", client);

        assertThat(isActive(token)).isFalse();
        assertThat(Tokens.error(app.refresh(Tokens.refreshToken(token)))).isEqualTo("400 invalid_grant");
        assertThat(Tokens.error(app.redeem(code))).isEqualTo("400 invalid_grant");
        isTurnedAway(app, People.EVA);

        decides("goedkeuren", client);
        assertThat(isActive(token)).as("what ended does not come back").isFalse();
        assertThat(Tokens.error(app.refresh(Tokens.refreshToken(token)))).isEqualTo("400 invalid_grant");
        assertThat(token(app, People.EVA).status()).isEqualTo(200);
        developer.withdraws(client);
    }

    @Test
    void a_consent_page_that_was_open_when_the_app_was_stopped_gives_no_code() {
        String client = approved("Wachtmeter");
        ConsentAnswer open = ConsentAnswer.to(browserOf(People.EVA), app(client).authorizeAddress());

        decides("stoppen", client);

        assertThat(open.yes().status()).isEqualTo(400);
        assertThat(SERVER.count("account_event where act = 'app_access_given' and client_id = '" + client + "'"))
                .isZero();
        developer.withdraws(client);
    }

    @Test
    void an_app_that_anybody_registered_does_not_hear_whether_somebody_is_logged_in() {
        String client = developer.registers("Luistermeter");
        App app = app(client);

        isTurnedAway(app, People.DESK);
        assertThat(browserOf(People.EVA)
                        .get(app.authorizeAddress() + "&prompt=none")
                        .location())
                .isEqualTo("/app-niet-goedgekeurd");
        assertThat(new Journey(SERVER)
                        .browser()
                        .get(app.authorizeAddress() + "&prompt=none")
                        .location())
                .contains("/inloggen");
        developer.withdraws(client);
    }

    @Test
    void a_decision_that_the_database_alone_knows_is_seen_at_each_step() {
        String client = approved("Stapmeter");
        App app = app(client);
        Answer token = token(app, People.EVA);
        String code = code(app, People.EVA);

        SERVER.sql("insert into app_decision (client_id, hospital, version, verdict, reason, by_account, at) select '"
                + client + "', 'linde', 1, 'stopped', 'x', id, now() from account where username = 'beheer.linde'");

        assertThat(isActive(token)).isFalse();
        assertThat(Tokens.error(app.refresh(Tokens.refreshToken(token)))).isEqualTo("400 invalid_grant");
        assertThat(Tokens.error(app.redeem(code))).isEqualTo("400 invalid_grant");
        developer.withdraws(client);
    }

    @Test
    void a_changed_app_is_judged_again_and_other_keys_are_not_a_change() {
        String client = approved("Wisselmeter");
        App app = app(client);
        Answer token = token(app, People.EVA);
        assertThat(developer
                        .changes(client, DeveloperAtWork.fields("Wisselmeter"))
                        .location())
                .contains("melding=gewijzigd");
        assertThat(isActive(token)).as("nothing was changed").isTrue();

        Map<String, String> other = new LinkedHashMap<>(DeveloperAtWork.fields("Wisselmeter"));
        other.put("redirectUris", DeveloperAtWork.REDIRECT + " https://elders.example/terug");
        developer.changes(client, other);

        assertThat(isActive(token)).isFalse();
        isTurnedAway(app, People.EVA);
        assertThat(administrator(People.ADMINISTRATOR)
                        .get("/beheer/app?id=" + client)
                        .body())
                .contains("gewijzigd na uw besluit")
                .doesNotContain("/beheer/app/goedkeuren");
        developer.asksForApproval(client);
        assertThat(decides("goedkeuren", client, "1").body()).contains("intussen veranderd");
        isTurnedAway(app, People.EVA);
        assertThat(decides("goedkeuren", client).location()).contains("melding=approved");
        assertThat(token(app, People.EVA).status()).isEqualTo(200);
        assertThat(SERVER.count("app_version where client_id = '" + client + "'"))
                .isEqualTo(2);
        developer.withdraws(client);
    }

    @Test
    void a_withdrawn_app_works_for_nobody_and_what_was_decided_stays() {
        String client = approved("Wegmeter");
        App app = app(client);
        Answer sandbox = token(app, People.SANDBOX);
        Answer token = token(app, People.EVA);

        developer.withdraws(client);

        assertThat(List.of(isActive(token), isActive(sandbox))).containsExactly(false, false);
        assertThat(Tokens.error(app.refresh(Tokens.refreshToken(sandbox)))).isEqualTo("400 invalid_grant");
        isTurnedAway(app, People.SANDBOX);
        assertThat(developer.browser().get("/ontwikkelaars/app?id=" + client).status())
                .isEqualTo(404);
        assertThat(administrator(People.ADMINISTRATOR)
                        .get("/beheer/app?id=" + client)
                        .body())
                .contains("ingetrokken", REASON);
        assertThat(decides("stoppen", client).body()).contains("intussen veranderd");
    }

    @Test
    void administrators_see_what_asks_and_their_own_decisions_and_no_others() {
        String client = developer.registers("Kijkmeter");
        Browser linde = administrator(People.ADMINISTRATOR);
        Browser umcu = administrator(People.ADMINISTRATOR_UMCU);
        assertThat(linde.get("/beheer/app?id=" + client).status()).isEqualTo(404);
        assertThat(decides("goedkeuren", client).status()).isEqualTo(404);

        developer.asksForApproval(client);
        assertThat(linde.get("/beheer").body()).contains("goedkeuring");
        assertThat(linde.get("/beheer/apps").body()).contains("Kijkmeter", "Meetapp B.V.");
        assertThat(linde.get("/beheer/app?id=" + client).body())
                .contains(email, DeveloperAtWork.REDIRECT, DeveloperAtWork.ORIGIN)
                .contains("Uitslagen en metingen", "grafiek", "https://www.meetapp.example/privacy");
        assertThat(decides("afwijzen", client, "1", "").body()).contains("id=\"refused-reason-error\"");
        decides("afwijzen", client);

        assertThat(umcu.get("/beheer/app?id=" + client).body())
                .contains("vraagt uw goedkeuring")
                .doesNotContain(REASON, "beheer.linde", "Afgewezen");
        assertThat(developer.browser().get("/ontwikkelaars/app?id=" + client).body())
                .contains("Afgewezen", REASON)
                .doesNotContain("beheer.linde");
        developer.withdraws(client);
        assertThat(umcu.get("/beheer/app?id=" + client).status()).isEqualTo(404);
    }

    @Test
    void patients_and_other_staff_decide_nothing() {
        String client = developer.registers("Balieapp");
        developer.asksForApproval(client);
        for (People person : List.of(People.EVA, People.DESK)) {
            Browser other = administrator(person);

            assertThat(other.get("/beheer/apps").status()).isEqualTo(403);
            assertThat(other.submit("/beheer/app/goedkeuren", Map.of("id", client, "version", "1", "reason", REASON))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(SERVER.count("app_decision where client_id = '" + client + "'"))
                .isZero();
        developer.withdraws(client);
    }

    @Test
    void of_two_apps_with_one_name_a_hospital_approves_one() {
        String first = developer.registers("Dubbelmeter");
        String second = developer.registers("Dubbel Meter");
        developer.asksForApproval(first);
        developer.asksForApproval(second);
        Browser administrator = administrator(People.ADMINISTRATOR);
        administrator.get("/beheer/apps");

        List<Answer> answers = new ArrayList<>();
        List<String> both = List.of(first, second);
        AtomicInteger turn = new AtomicInteger();
        answers.addAll(Parallel.times(
                2,
                () -> administrator.submit(
                        "/beheer/app/goedkeuren",
                        Map.of("id", both.get(turn.getAndIncrement()), "version", "1", "reason", REASON))));

        assertThat(answers.stream().filter(answer -> answer.status() == 302)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.body().contains("andere app met deze naam")))
                .hasSize(1);
        assertThat(developer.sends(DeveloperAtWork.fields("dubbelmeter")).body())
                .contains("id=\"name-error\"");
        developer.withdraws(first);
        developer.withdraws(second);
    }

    @Test
    void of_six_apps_that_one_developer_asks_for_at_once_five_come_before_hospitals() {
        List<String> clients = Stream.of("A", "B", "C", "D", "E", "F")
                .map(name -> developer.registers("Vraagmeter " + name))
                .toList();
        AtomicInteger turn = new AtomicInteger();
        developer.browser().get("/ontwikkelaars");

        List<String> told = Parallel.times(6, () -> developer
                .browser()
                .submit("/ontwikkelaars/app/vragen", Map.of("id", clients.get(turn.getAndIncrement()), "version", "1"))
                .location());

        assertThat(told).filteredOn(page -> page.contains("melding=gevraagd")).hasSize(5);
        String tooMany = told.stream()
                .filter(page -> page.contains("melding=te_vaak"))
                .findFirst()
                .orElseThrow();
        assertThat(developer.browser().get(tooMany).body()).contains("al 5 keer goedkeuring gevraagd");
        assertThat(SERVER.count("app_version where client_id in ('" + String.join("', '", clients) + "')"))
                .isEqualTo(5);
        clients.forEach(developer::withdraws);
    }

    private String approved(String name) {
        String client = developer.registers(name);
        developer.asksForApproval(client);
        assertThat(decides("goedkeuren", client).location()).contains("melding=approved");
        return client;
    }

    private Answer decides(String what, String client) {
        return decides(
                what, client, SERVER.text("select version from developer_app where client_id = '" + client + "'"));
    }

    private Answer decides(String what, String client, String version) {
        return decides(what, client, version, REASON);
    }

    private Answer decides(String what, String client, String version, String reason) {
        Browser administrator = administrator(People.ADMINISTRATOR);
        administrator.get("/beheer/apps");
        return administrator.submit("/beheer/app/" + what, Map.of("id", client, "version", version, "reason", reason));
    }

    private Browser administrator(People person) {
        Browser browser = browserOf(person);
        browser.get("/account");
        return browser;
    }

    private Browser browserOf(People person) {
        return LOGGED_IN
                .computeIfAbsent(person, who -> {
                    SERVER.forgetAttempts();
                    Journey journey = new Journey(SERVER);
                    assertThat(journey.logIn(who).status()).isEqualTo(302);
                    return journey;
                })
                .browser();
    }

    private App app(String client) {
        return App.registered(SERVER, client, null, DeveloperAtWork.REDIRECT);
    }

    /** Somebody goes to the app and is sent away, without a word to the app. */
    private void isTurnedAway(App app, People person) {
        Answer sent = sentTo(app, person);

        assertThat(sent.location()).isEqualTo("/app-niet-goedgekeurd");
        assertThat(sent.body()).isEmpty();
    }

    @Test
    void who_is_turned_away_reads_why() {
        Answer page = administrator(People.EVA).get("/app-niet-goedgekeurd");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("Uw ziekenhuis heeft deze app niet goedgekeurd", "Ziekenhuis De Linde");
    }

    private Answer sentTo(App app, People person) {
        return browserOf(person).get(app.authorizeAddress());
    }

    private String code(App app, People person) {
        ConsentAnswer consent = ConsentAnswer.to(browserOf(person), app.authorizeAddress());
        assertThat(consent.page().header("Content-Security-Policy")).contains("https://app.meetapp.example");
        Answer back = consent.yes();
        assertThat(back.location()).startsWith(DeveloperAtWork.REDIRECT);
        return back.parameters().get("code");
    }

    private Answer token(App app, People person) {
        Answer token = app.redeem(code(app, person));
        assertThat(token.status()).as(token.body()).isEqualTo(200);
        return token;
    }

    private boolean isActive(Answer token) {
        return App.fhirServer(SERVER)
                .post(
                        "/oauth2/introspect",
                        Map.of("token", token.json().get("access_token").asText()))
                .json()
                .get("active")
                .asBoolean();
    }
}
