package nl.inzage.auth.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who asks too often from one address waits; others do not, and nothing tells who was asked about. */
class RequestLimitsTest {

    private static final int MOST = 5;
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final String FORWARDED = "X-Forwarded-For";

    /** Forms that only go on with what was counted before, in the same browser. */
    private static final Set<String> GO_ON = Set.of(
            "/inloggen/code",
            "/inloggen/app",
            "/inloggen/digid/account",
            "/activeren/emailcode",
            "/activeren/emailcode/ander",
            "/activeren/account",
            "/activeren/vraag",
            "/activeren/voorwaarden",
            "/wachtwoord-vergeten/code",
            "/wachtwoord-vergeten/nieuw",
            "/ontwikkelaars/uitloggen",
            "/ontwikkelaars/app/intrekken");

    private static RunningServer server;
    private static ConfigurableApplicationContext strict;
    private static URI address;

    @BeforeAll
    static void startAStrictNode() {
        server = RunningServer.shared();
        strict = server.secondNode(Map.of(
                "INZAGE_LIMIT_SOURCE", "" + MOST, "INZAGE_LIMIT_ALL", "12", "INZAGE_TRUSTED_PROXIES", "127.0.0.1,::1"));
        address = RunningServer.addressOf(strict);
    }

    @AfterAll
    static void stop() {
        strict.close();
    }

    @BeforeEach
    void forget() {
        server.sql("delete from allowance");
        server.forgetAttempts();
    }

    @Test
    void a_flood_from_one_address_is_refused_and_keeps_nobody_else_out() {
        for (int attempt = 1; attempt <= MOST; attempt++) {
            assertThat(logIn("nobody-" + attempt, "guess", "203.0.113.9").status())
                    .isEqualTo(200);
        }

        Answer refused = logIn("nobody", "guess", "203.0.113.9");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("Wacht een paar minuten", "Dit zegt niets over uw account");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(60, 121);
        assertThat(logIn(People.GERRIT.username(), People.PASSWORD, "203.0.113.10")
                        .location())
                .isEqualTo("/inloggen/code");
    }

    @Test
    void the_refusal_is_the_same_for_a_name_that_is_known_and_its_right_password() {
        for (int attempt = 1; attempt <= MOST; attempt++) {
            logIn("nobody-" + attempt, "guess", "203.0.113.9");
        }

        Answer nobody = logIn("nobody", "guess", "203.0.113.9");
        Answer known = logIn(People.GERRIT.username(), People.PASSWORD, "203.0.113.9");

        assertThat(known.status()).isEqualTo(429);
        assertThat(known.body()).isEqualTo(nobody.body());
        assertThat(known.http().headers().map().keySet())
                .isEqualTo(nobody.http().headers().map().keySet());
        assertThat(server.count("login_attempts where password_failures > 0")).isEqualTo(MOST);
    }

    @Test
    void what_comes_from_many_addresses_is_limited_in_all() {
        for (int attempt = 1; attempt <= 12; attempt++) {
            assertThat(logIn("nobody-" + attempt, "guess", "203.0.113." + attempt)
                            .status())
                    .isEqualTo(200);
        }

        assertThat(logIn("nobody", "guess", "203.0.113.99").status()).isEqualTo(429);
    }

    @Test
    void many_networks_of_one_site_do_not_use_up_what_is_there_for_all() {
        Allowances allowances = strict.getBean(Allowances.class);
        String site = SourceAddress.site("2001:db8:1::").orElseThrow();
        for (int taken = 0; taken < 4 * MOST; taken++) {
            allowances.take(Asked.LOGIN, site, 4 * MOST);
        }

        assertThat(logIn("nobody", "guess", "2001:db8:1:9::1").status()).isEqualTo(429);
        assertThat(server.count("allowance where asked = 'LOGIN'")).isEqualTo(2);
        assertThat(logIn("nobody", "guess", "2001:db8:2:9::1").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "LOGIN, /inloggen, username, password",
        "ACTIVATION, /activeren, code, born",
        "RECOVERY, /wachtwoord-vergeten, username, x",
        "RECOVERY, /gebruikersnaam-vergeten, surname, born",
        "CODE, /inloggen/code/opnieuw, x, y",
        "DEVELOPER, /ontwikkelaars, email, x",
        "OWN_APP, /ontwikkelaars/app/geheim, id, form"
    })
    void each_kind_is_counted_apart(Asked asked, String form, String one, String other) {
        Allowances allowances = strict.getBean(Allowances.class);
        for (int taken = 0; taken < MOST; taken++) {
            allowances.take(asked, "203.0.113.9", MOST);
        }
        Browser browser = browser("/inloggen", "203.0.113.9");

        assertThat(browser.submit(form, Map.of(one, "x", other, "y")).status()).isEqualTo(429);
        for (Asked another : Asked.values()) {
            boolean refused = allowances.take(another, "203.0.113.9", MOST).isPresent();
            assertThat(refused).as(another.name()).isEqualTo(another == asked);
        }
    }

    @Test
    void of_32_requests_at_once_on_two_nodes_as_many_pass_as_may() {
        List<Allowances> nodes = List.of(server.bean(Allowances.class), strict.getBean(Allowances.class));
        AtomicInteger turn = new AtomicInteger();

        List<Optional<Duration>> results =
                Parallel.times(32, () -> nodes.get(turn.getAndIncrement() % 2).take(Asked.LOGIN, "203.0.113.9", MOST));

        assertThat(Parallel.winners("a limit", results, Optional::isEmpty)).hasSize(MOST);
    }

    @Test
    void time_gives_back_evenly_and_whoever_waits_as_told_may_ask_again() {
        for (int taken = 0; taken < MOST; taken++) {
            assertThat(at(NOW).take(Asked.LOGIN, "a", MOST)).isEmpty();
        }

        Duration wait = at(NOW).take(Asked.LOGIN, "a", MOST).orElseThrow();

        assertThat(wait).isEqualTo(Duration.ofMinutes(2));
        assertThat(at(NOW.plus(wait).minusSeconds(1)).take(Asked.LOGIN, "a", MOST))
                .isPresent();
        assertThat(at(NOW.plus(wait)).take(Asked.LOGIN, "a", MOST)).isEmpty();
        assertThat(at(NOW.plus(wait)).take(Asked.LOGIN, "a", MOST)).isPresent();
    }

    @Test
    void a_clock_that_was_ahead_keeps_nobody_out_once_it_is_right() {
        at(NOW.plus(Duration.ofDays(30))).take(Asked.LOGIN, "a", MOST);

        assertThat(at(NOW).take(Asked.LOGIN, "a", MOST)).isEmpty();
    }

    @Test
    void what_is_whole_again_is_forgotten_and_the_rest_is_not() {
        at(NOW).take(Asked.LOGIN, "a", MOST);
        at(NOW.plusSeconds(60)).take(Asked.LOGIN, "b", MOST);

        at(NOW.plusSeconds(130)).forgetTheWhole();

        assertThat(server.count("allowance")).isEqualTo(1);
    }

    @Test
    void each_form_for_strangers_is_counted_or_goes_on_with_what_was() {
        Set<String> forms = Set.copyOf(server.mappings().getHandlerMethods().keySet().stream()
                .filter(mapping ->
                        mapping.getMethodsCondition().getMethods().toString().contains("POST"))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(form -> form.matches(
                        "/(inloggen|activeren|wachtwoord-vergeten|gebruikersnaam-vergeten|ontwikkelaars).*"))
                .toList());
        Set<String> counted = Set.copyOf(Stream.of(Asked.values())
                .flatMap(asked -> asked.forms().stream())
                .filter(form -> !form.startsWith("/account"))
                .toList());

        assertThat(forms).containsAll(counted).containsAll(GO_ON);
        assertThat(forms).allMatch(form -> counted.contains(form) ^ GO_ON.contains(form));
    }

    private Answer logIn(String username, String password, String from) {
        return browser("/inloggen", from).submit("/inloggen", Map.of("username", username, "password", password));
    }

    private static Browser browser(String page, String from) {
        Browser browser = new Browser(address).with(FORWARDED, from);
        browser.get(page);
        return browser;
    }

    private Allowances at(Instant moment) {
        return new Allowances(server.bean(JdbcClient.class), Clock.fixed(moment, ZoneOffset.UTC));
    }
}
