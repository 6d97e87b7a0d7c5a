package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is asked of a passkey, and what does not pass for one; a real one is used in the launcher's journeys. */
class PasskeyTest {

    private static final String NO_KEY =
            """
            {"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{\
            "clientDataJSON":"e30","authenticatorData":"AAAA","signature":"AAAA","userHandle":null}}""";

    private final RunningServer server = RunningServer.shared();
    private final Journey journey = new Journey(server);

    @AfterEach
    void theTimeIsNow() {
        server.clock().moveTo(Duration.ZERO);
        server.sql("delete from pending_login");
    }

    @Test
    void a_device_must_check_its_owner_and_is_told_no_name() {
        journey.browser().get("/inloggen");
        Answer asked = journey.browser().fetch("/inloggen/passkey/opties");

        assertThat(asked.json().path("userVerification").asText()).isEqualTo("required");
        assertThat(asked.json().path("rpId").asText()).isEqualTo("localhost");
        assertThat(asked.json().path("allowCredentials")).isEmpty();
        assertThat(asked.json().path("challenge").asText()).hasSizeGreaterThan(40);
    }

    @Test
    void what_is_no_passkey_is_refused_and_its_challenge_is_spent() {
        server.sql("delete from passkey_challenge");
        journey.browser().get("/inloggen");
        journey.browser().fetch("/inloggen/passkey/opties");

        assertThat(enter(NO_KEY).location()).isEqualTo("/inloggen?melding=sleutel");
        assertThat(server.sql("delete from passkey_challenge")).isZero();
        assertThat(enter("no json").location()).isEqualTo("/inloggen?melding=sleutel");
        assertThat(enter("").location()).isEqualTo("/inloggen?melding=sleutel");
        assertThat(journey.browser().get("/inloggen?melding=sleutel").body())
                .contains("Inloggen met uw passkey is niet gelukt");
    }

    @Test
    void a_new_one_is_made_by_a_fresh_login_only_and_belongs_to_the_account() {
        journey.logIn(People.IVO);
        journey.browser().get("/beveiliging");
        Answer asked = journey.browser().fetch("/beveiliging/passkey/opties");

        assertThat(asked.json().path("user").path("name").asText()).isEqualTo(People.IVO.username());
        assertThat(asked.json()
                        .path("authenticatorSelection")
                        .path("residentKey")
                        .asText())
                .isEqualTo("required");
        server.clock().moveTo(Duration.ofMinutes(6));
        assertThat(journey.browser().fetch("/beveiliging/passkey/opties").status())
                .isEqualTo(403);
        assertThat(journey.browser()
                        .submit("/beveiliging/passkey", Map.of("credential", NO_KEY))
                        .location())
                .isEqualTo("/beveiliging?melding=opnieuw");
    }

    @Test
    void nobody_names_or_removes_the_passkey_of_another() {
        server.sql("insert into user_credentials values ('of-somebody', 'c29tZWJvZHk', ''::bytea, 0, true, false, '', "
                + "'public-key', false, null, null, now(), now(), 'Telefoon')");
        journey.logIn(People.IVO);
        journey.browser().get("/beveiliging");

        journey.browser().submit("/beveiliging/passkey/naam", Map.of("id", "of-somebody", "naam", "Mijn telefoon"));
        journey.browser().submit("/beveiliging/passkey/verwijderen", Map.of("id", "of-somebody"));

        assertThat(server.sql("delete from user_credentials where label = 'Telefoon'"))
                .isOne();
    }

    private Answer enter(String credential) {
        return journey.browser().submit("/inloggen/passkey", Map.of("credential", credential));
    }
}
