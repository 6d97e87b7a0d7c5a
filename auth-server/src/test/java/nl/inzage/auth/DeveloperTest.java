package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.DeveloperAtWork;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a developer gets in: by a link that is mailed, once, to anybody alike. */
class DeveloperTest {

    private final RunningServer server = RunningServer.shared();

    @BeforeEach
    void forget() {
        server.forgetAttempts();
    }

    @AfterEach
    void theTimeIsRightAgain() {
        server.clock().moveTo(Duration.ZERO);
        // What was asked later than now is not to count.
        server.sql("delete from allowance");
    }

    @Test
    void a_link_lets_in_once_and_who_only_looks_uses_nothing_up() {
        DeveloperAtWork dina = new DeveloperAtWork("dina@bouwers.example", server);
        String link = dina.link();

        Browser scanner = new Browser(server.issuer());
        assertThat(scanner.get("/ontwikkelaars/link?link=" + link).body()).contains("dina@bouwers.example");
        assertThat(scanner.get("/ontwikkelaars").body()).doesNotContain("dina@bouwers.example");

        String before = dina.browser().sessionId();
        assertThat(redeem(dina.browser(), link).location()).isEqualTo("/ontwikkelaars");
        assertThat(dina.browser().sessionId()).isNotEqualTo(before);
        assertThat(dina.browser().get("/ontwikkelaars").body()).contains("dina@bouwers.example");
        assertThat(redeem(scanner, link).location()).isEqualTo("/ontwikkelaars?melding=verlopen");
        assertThat(server.count("developer_link where hash = '" + link + "'")).isZero();
    }

    @Test
    void of_16_who_press_the_button_at_once_one_comes_in() {
        String link = new DeveloperAtWork("ravi@bouwers.example", server).link();

        List<Answer> answers = Parallel.times(16, () -> redeem(new Browser(server.issuer()), link));

        assertThat(Parallel.winners("a link of a developer", answers, answer -> answer.location()
                        .equals("/ontwikkelaars")))
                .hasSize(1);
    }

    @Test
    void after_a_quarter_of_an_hour_a_link_opens_nothing() {
        DeveloperAtWork late = new DeveloperAtWork("laat@bouwers.example", server);
        String link = late.link();
        server.clock().moveTo(Duration.ofMinutes(15));

        assertThat(redeem(late.browser(), link).location()).isEqualTo("/ontwikkelaars?melding=verlopen");
    }

    @Test
    void the_answer_is_the_same_for_who_is_known_and_who_is_not() {
        new DeveloperAtWork("bekend@bouwers.example", server).comesIn();
        server.forgetAttempts();

        Answer known = asks("bekend@bouwers.example");
        Answer unknown = asks("nieuw@bouwers.example");

        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(200);
        assertThat(withoutToken(known)).isEqualTo(withoutToken(unknown));
        assertThat(known.http().headers().map().keySet())
                .isEqualTo(unknown.http().headers().map().keySet());
    }

    @Test
    void a_mailbox_gets_five_links_a_day_and_no_code_less() {
        DeveloperAtWork busy = new DeveloperAtWork("druk@bouwers.example", server);
        for (int link = 1; link <= 5; link++) {
            busy.link();
        }
        int before = server.count("developer_link");
        String sixth = withoutToken(asks("druk@bouwers.example"));
        new DeveloperAtWork("ander@bouwers.example", server).link();

        assertThat(server.count("developer_link")).isEqualTo(before + 1);
        assertThat(sixth).isEqualTo(withoutToken(asks("derde@bouwers.example")));
        assertThat(server.count("contact_day where codes = 5")).isOne();
    }

    @Test
    void capitals_make_nobody_else() {
        DeveloperAtWork small = new DeveloperAtWork("hoofd@bouwers.example", server).comesIn();
        String app = small.registers("Hoofdletters");
        Browser browser = new Browser(server.issuer());
        browser.get("/ontwikkelaars");
        browser.submit("/ontwikkelaars", Map.of("email", "HOOFD@Bouwers.example"));

        assertThat(new DeveloperAtWork("hoofd@bouwers.example", server)
                        .comesIn()
                        .browser()
                        .get("/ontwikkelaars")
                        .body())
                .contains(app);
        assertThat(server.count("developer where email ilike 'hoofd@bouwers.example'"))
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "geen adres", "a@b", "a@b.example, c@d.example"})
    void what_is_no_address_is_told_beside_the_field(String typed) {
        assertThat(asks(typed).body()).contains("id=\"email-error\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ontwikkelaars/nieuw", "/ontwikkelaars/app?id=portal", "/ontwikkelaars/app/wijzigen?id=x"})
    void without_a_link_the_pages_lead_to_the_beginning(String page) {
        assertThat(new Browser(server.issuer()).get(page).location()).startsWith("/ontwikkelaars");
    }

    @Test
    void a_visit_ends_after_eight_hours_and_when_its_owner_leaves() {
        DeveloperAtWork dora = new DeveloperAtWork("dora@bouwers.example", server).comesIn();
        server.clock().moveTo(Duration.ofHours(8));
        assertThat(dora.browser().get("/ontwikkelaars").body()).doesNotContain("dora@bouwers.example");
        server.clock().moveTo(Duration.ZERO);
        assertThat(dora.browser().get("/ontwikkelaars").body()).contains("dora@bouwers.example");

        dora.browser().submit("/ontwikkelaars/uitloggen", Map.of());

        assertThat(dora.browser().get("/ontwikkelaars").body()).doesNotContain("dora@bouwers.example");
    }

    private Answer asks(String email) {
        Browser browser = new Browser(server.issuer());
        browser.get("/ontwikkelaars");
        return browser.submit("/ontwikkelaars", Map.of("email", email));
    }

    private static Answer redeem(Browser browser, String link) {
        browser.get("/ontwikkelaars/link?link=" + link);
        if (browser.sessionId().isEmpty()) {
            browser.get("/ontwikkelaars");
        }
        return browser.submit("/ontwikkelaars/link", Map.of("link", link));
    }

    private static String withoutToken(Answer answer) {
        return answer.body().replaceAll("name=\"_csrf\"[^>]*", "");
    }
}
