package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Staff who are blocked: a colleague at the desk of the same hospital lets them in again, and it is written down. */
class ColleagueTest {

    private final RunningServer server = RunningServer.shared();

    @AfterEach
    void forgetEarlierFailures() {
        server.forgetAttempts();
    }

    @Test
    void a_colleague_at_the_desk_lifts_the_block() {
        Desk desk = Desk.of(People.DESK, server);
        block(People.DOCTOR);

        assertThat(lift(desk, People.DOCTOR, Map.of("known", "nee")).body()).contains("Zet een vinkje");
        assertThat(lift(desk, People.DOCTOR, Map.of()).body()).contains("De blokkade is opgeheven");

        assertThat(new Journey(server).logIn(People.DOCTOR).status()).isEqualTo(302);
        assertThat(server.count("account_event e join account a on a.id = e.account_id join account b "
                        + "on b.id = e.by_account where act = 'unblocked' and reason = 'Belde zelf even' "
                        + "and a.username = 'arts.linde' and b.username = 'balie.linde'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = People.class,
            names = {"DESK", "DESK_UMCG", "ANNA"})
    void the_own_block_another_hospitals_and_a_patients_stay(People person) {
        Desk desk = Desk.of(People.DESK, server);
        block(person);

        assertThat(lift(desk, person, Map.of()).body()).contains("geen geblokkeerd account van een collega");

        assertThat(server.count("login_attempts where blocked_at is not null")).isEqualTo(1);
    }

    @Test
    void only_the_desk_lifts_it() {
        Desk clinic = Desk.of(People.CLINIC_AMC, server);

        assertThat(clinic.browser().get("/balie").body()).doesNotContain("/balie/collega");
        assertThat(clinic.browser().get("/balie/collega").status()).isEqualTo(403);
    }

    private static Answer lift(Desk desk, People person, Map<String, String> changed) {
        desk.browser().get("/balie/collega");
        Map<String, String> fields =
                new HashMap<>(Map.of("username", person.username(), "reason", "Belde zelf even", "known", "ja"));
        fields.putAll(changed);
        return desk.browser().submit("/balie/collega", fields);
    }

    private void block(People person) {
        Journey journey = new Journey(server);
        for (int i = 0; i < 6; i++) {
            server.sql("update login_attempts set not_before = now()");
            journey.browser().get("/inloggen");
            journey.password(person.username(), "guess");
        }
        assertThat(server.count("login_attempts where blocked_at is not null")).isEqualTo(1);
    }
}
