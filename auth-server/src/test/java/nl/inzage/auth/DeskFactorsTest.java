package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.DevicePasskey;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.PhoneApp;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The desk takes all extra ways in away, for who lost a device or whose account somebody else was in. */
class DeskFactorsTest {

    private static final People IDA = People.IDA;
    private static final String ADDRESS = "/balie/manieren-weghalen";

    private final RunningServer server = RunningServer.shared();
    private final StubPatient ida = StubPatient.of(IDA.fhirId(), "umcg", IDA.number(), "1980-01-01");
    private final Journey journey = new Journey(server);
    private final DevicePasskey passkey = new DevicePasskey(server.issuer());

    DeskFactorsTest() {
        server.fhir().has(ida);
        server.forgetAttempts();
    }

    @AfterEach
    void everythingIsAsItWas() {
        server.clock().moveTo(Duration.ZERO);
        server.sql("delete from user_credentials");
        server.sql("delete from authenticator_app");
        server.sql("delete from pending_login");
    }

    @Test
    void app_codes_and_passkeys_go_with_all_that_was_begun_and_the_patient_hears_of_it() {
        Answer tokens = App.portal(server).redeem(journey.codeFor(App.portal(server), IDA));
        addBoth();
        Desk desk = Desk.of(People.DESK_UMCG, server);
        assertThat(desk.open(ida).body()).contains("Alle extra manieren van inloggen weghalen");

        assertThat(remove(desk, Desk.identified(ida, Map.of())).location())
                .isEqualTo("/balie/patient?melding=manieren");

        assertThat(server.count("user_credentials")).isZero();
        assertThat(server.count("authenticator_app")).isZero();
        assertThat(server.count("recovery_code")).isZero();
        assertThat(enter()).isEqualTo("/inloggen?melding=sleutel");
        assertThat(journey.browser().get("/account").location()).isEqualTo("/inloggen");
        assertThat(App.portal(server).refresh(Tokens.refreshToken(tokens)).status())
                .isEqualTo(400);
        assertThat(server.sms().texts(IDA.phone())).last().asString().contains("Was u daar niet bij?");
        assertThat(server.count(
                        "account_event where act = 'factors_removed' and channel = 'desk' and document = 'passport' and by_account is not"
                                + " null and patient = '" + ida.id() + "'"))
                .isOne();
        new Journey(server).passPassword(IDA);
    }

    @Test
    void without_proof_of_identity_or_where_it_was_seen_nothing_is_taken_away() {
        journey.logIn(IDA);
        addBoth();
        Desk desk = Desk.of(People.DESK_UMCG, server);
        desk.open(ida);

        assertThat(remove(desk, Desk.identified(ida, Map.of("seen", ""))).body())
                .contains("id=\"manieren-seen-error\"");
        assertThat(remove(desk, Desk.identified(ida, Map.of("channel", "elsewhere")))
                        .body())
                .contains("id=\"manieren-channel-error\"");
        assertThat(server.count("user_credentials")).isOne();
        assertThat(server.count("authenticator_app")).isOne();
    }

    private void addBoth() {
        Browser own = journey.browser();
        own.get("/beveiliging");
        String challenge = DevicePasskey.challenge(own.fetch("/beveiliging/passkey/opties"));
        own.submit("/beveiliging/passkey", Map.of("credential", passkey.made(challenge), "naam", "Kwijt"));
        PhoneApp phone = PhoneApp.of(own.get("/beveiliging/app"), server.clock());
        own.submit("/beveiliging/app", Map.of("code", phone.code()));
        assertThat(server.count("recovery_code")).isEqualTo(10);
    }

    private static Answer remove(Desk desk, Map<String, String> fields) {
        return desk.browser().submit(ADDRESS, fields);
    }

    private String enter() {
        Browser other = new Browser(server.issuer());
        other.get("/inloggen");
        String challenge = DevicePasskey.challenge(other.fetch("/inloggen/passkey/opties"));
        return other.submit("/inloggen/passkey", Map.of("credential", passkey.signed(challenge)))
                .location();
    }
}
