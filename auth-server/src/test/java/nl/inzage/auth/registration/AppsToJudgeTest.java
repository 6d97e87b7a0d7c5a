package nl.inzage.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.policy.identity.HospitalId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No developer fills the lists of an administrator, or pushes off them what people use. */
class AppsToJudgeTest {

    private static final int ALL = 10_000;

    /** No other test decides here. */
    private final HospitalId hospital =
            new HospitalId("h" + UUID.randomUUID().toString().replace("-", "").substring(0, 20));

    private final RunningServer server = RunningServer.shared();
    private final RegisteredApps apps = server.bean(RegisteredApps.class);
    private final AppDecisions decisions = server.bean(AppDecisions.class);
    private final AppsToJudge lists = server.bean(AppsToJudge.class);
    private final List<String> made = new ArrayList<>();

    @AfterEach
    void withdraw() {
        made.forEach(apps::withdraw);
    }

    @Test
    void what_people_use_comes_before_what_was_refused_or_stopped_or_changed() {
        UUID developer = developer();
        String stopped = decided(developer, "Aap", Verdict.APPROVED, Verdict.STOPPED);
        String refused = decided(developer, "Beer", Verdict.REFUSED);
        String changed = decided(developer, "Cavia", Verdict.APPROVED);
        apps.change(app(changed), facts("Cavia", "Elders B.V."), Optional.empty(), Optional.empty());
        String withdrawn = decided(developer, "Das", Verdict.APPROVED);
        apps.withdraw(withdrawn);
        String approvedAfterAll = decided(developer, "Yak", Verdict.REFUSED, Verdict.APPROVED);
        String approved = decided(developer, "Zebra", Verdict.APPROVED);

        assertThat(ids(lists.decidedBy(hospital, ALL)))
                .containsExactly(approvedAfterAll, approved, stopped, refused, changed, withdrawn);
        assertThat(ids(lists.decidedBy(hospital, 2))).containsExactly(approvedAfterAll, approved);
    }

    @Test
    void of_one_developer_three_apps_wait_at_once_and_the_next_comes_when_one_is_decided() {
        UUID busy = developer();
        List<String> asked =
                List.of(asks(busy, "Rij een"), asks(busy, "Rij twee"), asks(busy, "Rij drie"), asks(busy, "Rij vier"));
        UUID calm = developer();
        String other = asks(calm, "Rustig");

        assertThat(waiting(busy)).containsExactlyElementsOf(asked.subList(0, 3));
        assertThat(waiting(calm)).containsExactly(other);

        decisions.add(hospital, app(asked.get(0)), Verdict.REFUSED, "Geen contract", UUID.randomUUID());

        assertThat(waiting(busy)).containsExactlyElementsOf(asked.subList(1, 4));
    }

    @Test
    void a_developer_asks_five_times_a_day_and_again_the_next_day() {
        UUID developer = developer();
        String client = asks(developer, "Vraagt vaak");
        for (int change = 2; change <= 5; change++) {
            assertThat(share(Duration.ZERO).mayAsk(developer)).isTrue();
            apps.change(app(client), facts("Vraagt vaak", "Maker " + change), Optional.empty(), Optional.empty());
            apps.ask(client);
        }

        assertThat(share(Duration.ZERO).mayAsk(developer)).isFalse();
        assertThat(share(Duration.ofHours(23)).mayAsk(developer)).isFalse();
        assertThat(share(Duration.ofHours(25)).mayAsk(developer)).isTrue();
        assertThat(share(Duration.ZERO).mayAsk(developer())).isTrue();
    }

    @Test
    void an_app_that_was_withdrawn_counts_for_thirty_days() {
        UUID developer = developer();
        for (int app = 1; app <= 10; app++) {
            assertThat(share(Duration.ZERO).mayRegister(developer)).isTrue();
            registers(developer, "Een van tien");
        }
        apps.withdraw(made.get(0));

        assertThat(share(Duration.ZERO).mayRegister(developer)).isFalse();
        assertThat(share(Duration.ofDays(29)).mayRegister(developer)).isFalse();
        assertThat(share(Duration.ofDays(31)).mayRegister(developer)).isTrue();
    }

    private DeveloperShare share(Duration later) {
        return new DeveloperShare(server.bean(JdbcClient.class), Clock.offset(server.clock(), later));
    }

    private List<String> waiting(UUID developer) {
        return ids(lists.waitingFor(hospital, ALL).stream()
                .filter(app -> app.developer().equals(developer))
                .toList());
    }

    private static List<String> ids(List<RegisteredApp> these) {
        return these.stream().map(RegisteredApp::clientId).toList();
    }

    private String decided(UUID developer, String name, Verdict... verdicts) {
        String client = asks(developer, name);
        for (Verdict verdict : verdicts) {
            decisions.add(hospital, app(client), verdict, "Omdat het zo is", UUID.randomUUID());
        }
        return client;
    }

    private String asks(UUID developer, String name) {
        String client = registers(developer, name);
        apps.ask(client);
        return client;
    }

    private String registers(UUID developer, String name) {
        String client = "app-" + UUID.randomUUID();
        apps.add(client, developer, facts(name, "Maker"), Optional.empty(), Optional.empty());
        made.add(client);
        return client;
    }

    private RegisteredApp app(String client) {
        return apps.byId(client).orElseThrow();
    }

    private UUID developer() {
        UUID id = UUID.randomUUID();
        server.sql("insert into developer values ('" + id + "', '" + id + "@rijen.example', 'nl', now())");
        return id;
    }

    private static AppFacts facts(String name, String organisation) {
        return new AppFacts(
                name,
                organisation,
                "https://www.rijen.example/privacy",
                "Staat in de rij.",
                AppKind.DEVICE,
                List.of("https://www.rijen.example/terug"),
                List.of(),
                List.of("openid"));
    }
}
