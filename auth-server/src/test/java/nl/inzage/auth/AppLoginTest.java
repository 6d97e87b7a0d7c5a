package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.inzage.auth.support.AddedApp;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.PhoneApp;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.TwoNodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An authenticator app: added after a code, asked for instead of the SMS, each code good for one login. */
class AppLoginTest {

    private static final People HANNA = People.HANNA;

    private final RunningServer server = RunningServer.shared();
    private final Journey journey = new Journey(server);

    @AfterEach
    void everythingIsAsItWas() {
        server.clock().moveTo(Duration.ZERO);
        server.sql("delete from authenticator_app");
        server.sql("delete from pending_login");
        server.forgetAttempts();
    }

    @Test
    void the_page_shows_a_picture_and_the_key_and_adds_the_app_after_a_right_code() {
        journey.logIn(HANNA);
        Answer page = journey.browser().get("/beveiliging/app");
        PhoneApp phone = PhoneApp.of(page, server.clock());

        assertThat(page.body()).contains("src=\"data:image/svg+xml;base64,").contains("alt=\"QR-code");
        assertThat(add(phone.code(5)).body()).contains("Deze code klopt niet").contains("aria-invalid=\"true\"");
        Answer added = add(phone.code());
        assertThat(AddedApp.recoveryCodes(added)).hasSize(10);
        assertThat(journey.browser().get("/beveiliging").body()).contains("U hebt nog 10 herstelcodes");
        assertThat(server.sms().texts(HANNA.phone())).last().asString().contains("een app toegevoegd");
    }

    @Test
    void adding_and_removing_it_is_written_down_and_told_to_phone_and_mailbox() {
        server.sql("update account set email = 'hanna@example.org' where username = '" + HANNA.username() + "'");
        addAnApp();
        remove();
        String page = journey.browser().get("/account").body();
        server.sql("update account set email = null where username = '" + HANNA.username() + "'");

        assertThat(page).contains("App voor codes toegevoegd").contains("App voor codes verwijderd");
        assertThat(server.sms().texts(HANNA.phone())).last().asString().contains("app om bij Inzage in te loggen");
        assertThat(server.sms().texts("hanna@example.org"))
                .anyMatch(text -> text.contains("een app toegevoegd"))
                .anyMatch(text -> text.contains("is verwijderd"));
        for (String act : List.of("app_added", "app_removed")) {
            assertThat(server.count("account_event where act = '" + act + "' and by_account is null and account_id ="
                            + " (select id from account where username = '" + HANNA.username() + "')"))
                    .as(act)
                    .isPositive();
        }
    }

    @Test
    void the_secret_is_not_in_the_database_in_the_clear_and_another_key_cannot_read_it() {
        PhoneApp phone = addAnApp().phone();
        String secret = HexFormat.of().formatHex(phone.secret());

        assertThat(server.sql("update authenticator_app set last_step = last_step where octet_length(secret) = 48"))
                .isOne();
        assertThat(server.sql("update authenticator_app set last_step = last_step " + "where position(decode('" + secret
                        + "', 'hex') in secret) > 0"))
                .isZero();
    }

    @Test
    void who_has_an_app_is_asked_for_its_code_and_gets_no_sms() {
        PhoneApp phone = addAnApp().phone();
        int texts = server.sms().texts(HANNA.phone()).size();
        Journey next = new Journey(server);
        Answer page = next.passPasswordToApp(HANNA);

        assertThat(page.body()).contains("Vul de code uit uw app in").contains("Ziekenhuis De Linde");
        assertThat(next.appCode("").body()).contains("U hebt nog geen code ingevuld");
        assertThat(next.appCode("12").body()).contains("De code uit de app moet 6 cijfers hebben");
        assertThat(next.appCode("aaaaa-aaaaa").body()).contains("Herstelcodes van 10 tekens werken niet meer");
        assertThat(in(next.appCode(phone.code(1)))).isTrue();
        assertThat(server.sms().texts(HANNA.phone())).hasSize(texts);
    }

    @Test
    void a_code_works_once_and_so_do_those_before_it() {
        PhoneApp phone = addAnApp().phone();
        String code = phone.code(1);

        assertThat(in(tried(code))).isTrue();
        assertThat(tried(code).body()).contains("is al gebruikt");
        server.forgetAttempts();
        assertThat(tried(phone.code()).body()).contains("is al gebruikt");
        server.clock().moveTo(Duration.ofMinutes(2));
        assertThat(in(tried(phone.code()))).isTrue();
    }

    @Test
    void the_phone_may_be_thirty_seconds_off_and_no_more() {
        PhoneApp phone = addAnApp().phone();
        server.sql("update authenticator_app set last_step = last_step - 100");

        assertThat(in(tried(phone.code(-2)))).isFalse();
        assertThat(in(tried(phone.code(3)))).isFalse();
        server.forgetAttempts();
        assertThat(in(tried(phone.code(-1)))).isTrue();
    }

    @Test
    void thirty_two_parallel_tries_with_one_code_on_two_nodes_let_in_one() {
        PhoneApp phone = addAnApp().phone();
        URI other = new TwoNodes().other();
        List<Journey> journeys = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Journey one = i % 2 == 0 ? new Journey(server) : new Journey(server, other);
            one.passPasswordToApp(HANNA);
            journeys.add(one);
        }
        String code = phone.code(1);
        AtomicInteger next = new AtomicInteger();

        List<Answer> answers = Parallel.times(
                32, () -> journeys.get(next.getAndIncrement() % journeys.size()).appCode(code));

        assertThat(Parallel.winners("a code of an app", answers, AppLoginTest::in))
                .hasSize(1);
    }

    @Test
    void three_wrong_codes_end_the_login_and_count() {
        PhoneApp phone = addAnApp().phone();
        journey.passPasswordToApp(HANNA);

        assertThat(journey.appCode(phone.code(9)).body()).contains("Deze code klopt niet");
        assertThat(journey.appCode("aaaa-aaaa-aaaa-aaaa-aaaa-aaaa").body())
                .contains("Wacht 1 minuut en vul dan een nieuwe code in");
        assertThat(journey.appCode(phone.code(1)).body()).contains("Wacht 1 minuut");
        server.sql("update login_attempts set not_before = updated_at, code_not_before = updated_at");
        assertThat(journey.appCode(phone.code(9)).location()).isEqualTo("/inloggen?melding=pogingen");
        assertThat(journey.appCode(phone.code(1)).location()).startsWith("/inloggen?melding");
        journey.browser().get("/inloggen");
        assertThat(journey.password(HANNA.username(), People.PASSWORD).body()).contains("U hebt te vaak");
    }

    @Test
    void a_recovery_code_lets_in_once() {
        List<String> codes = addAnApp().recoveryCodes();

        assertThat(in(tried(codes.get(0).toUpperCase(java.util.Locale.ROOT)))).isTrue();
        assertThat(tried(codes.get(0)).body()).contains("is al gebruikt");
        assertThat(in(tried(codes.get(1).replace("-", " ")))).isTrue();
    }

    @Test
    void who_has_no_recovery_codes_any_more_reads_how_to_get_new_ones() {
        addAnApp();
        server.sql("delete from recovery_code");

        assertThat(journey.browser().get("/beveiliging").body())
                .contains("U hebt nog geen herstelcodes", "Verwijder de app en voeg hem opnieuw toe");
    }

    @Test
    void an_sms_is_the_other_way() {
        addAnApp();
        Journey next = new Journey(server);
        next.passPasswordToApp(HANNA);

        assertThat(next.browser().submit("/inloggen/code/opnieuw", Map.of()).location())
                .isEqualTo("/inloggen/code");
        next.browser().get("/inloggen/code");
        assertThat(in(next.code(server.sms().newestCode(HANNA.phone())))).isTrue();
    }

    @Test
    void the_id_token_says_with_what_somebody_logged_in() throws Exception {
        assertThat(idTokenAfter(new Journey(server).codeFor(App.portal(server), People.IVO))
                        .getStringListClaim("amr"))
                .containsExactly("pwd", "sms", "mfa");
        PhoneApp phone = addAnApp().phone();
        Journey next = new Journey(server);
        next.open(App.portal(server));
        next.passPasswordToApp(HANNA);
        Answer back = next.browser().get(next.appCode(phone.code(1)).location());

        var claims = idTokenAfter(back.parameters().get("code"));
        assertThat(claims.getStringListClaim("amr")).containsExactly("pwd", "otp", "mfa");
        assertThat(claims.getStringClaim("acr")).isEqualTo("https://refeds.org/profile/mfa");
    }

    @Test
    void after_five_minutes_nothing_changes_without_logging_in_again() {
        PhoneApp phone = addAnApp().phone();
        server.clock().moveTo(Duration.ofMinutes(6));

        assertThat(journey.browser().get("/beveiliging").body())
                .contains("Log dan eerst opnieuw in")
                .doesNotContain("App verwijderen");
        assertThat(remove().location()).isEqualTo("/beveiliging?melding=opnieuw");
        assertThat(journey.browser().get("/beveiliging").body()).contains("U gebruikt een app");
        journey.browser().submit("/beveiliging/opnieuw-inloggen", Map.of());
        assertThat(journey.browser().get("/beveiliging").location()).isEqualTo("/inloggen");
        journey.passPasswordToApp(HANNA);
        assertThat(journey.appCode(phone.code()).location()).isEqualTo("/beveiliging");
        journey.browser().get("/beveiliging");
        assertThat(remove().location()).isEqualTo("/beveiliging?melding=app-weg");
        assertThat(server.sms().texts(HANNA.phone())).last().asString().contains("is verwijderd");
        new Journey(server).passPassword(HANNA);
    }

    private AddedApp addAnApp() {
        journey.logIn(HANNA);
        return AddedApp.by(journey.browser(), server.clock());
    }

    private Answer add(String code) {
        return journey.browser().submit("/beveiliging/app", Map.of("code", code));
    }

    private Answer remove() {
        return journey.browser().submit("/beveiliging/app/verwijderen", Map.of());
    }

    /** A code in a login of its own. */
    private Answer tried(String code) {
        Journey next = new Journey(server);
        next.passPasswordToApp(HANNA);
        return next.appCode(code);
    }

    private com.nimbusds.jwt.JWTClaimsSet idTokenAfter(String code) {
        return Tokens.claims(App.portal(server).redeem(code), "id_token");
    }

    private static boolean in(Answer answer) {
        return answer.status() == 302 && !answer.location().startsWith("/inloggen");
    }
}
