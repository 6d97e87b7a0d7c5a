package nl.inzage.auth.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.account.PersonIdentifier;
import nl.inzage.auth.desk.CredentialsMail;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import nl.inzage.auth.support.TwoNodes;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.login.EnrolmentChannel;
import org.junit.jupiter.api.Test;

/** One letter makes one account, however many nodes and browsers try at once. */
class EnrolmentRaceTest {

    private final RunningServer server = RunningServer.shared();
    private final TwoNodes nodes = new TwoNodes();

    @Test
    void of_32_last_steps_on_two_nodes_one_makes_the_account() throws TooBusy {
        for (int round = 0; round < 3; round++) {
            UUID id = begun("race-" + round);
            Enrolments enrolments = server.bean(Enrolments.class);
            enrolments.keepCredentials(id, "race" + round, "{argon2}none");
            Enrolment enrolment = enrolments.find(id).orElseThrow();

            List<EnrolmentSteps.Ending> endings =
                    Parallel.times(32, () -> nodes.either(EnrolmentSteps.class).complete(enrolment));

            assertThat(Parallel.winners("an activation code", endings, ending -> ending == EnrolmentSteps.Ending.MADE))
                    .hasSize(1);
            assertThat(endings).doesNotContain(EnrolmentSteps.Ending.USERNAME_TAKEN);
        }
    }

    @Test
    void of_32_who_find_the_time_has_come_on_two_nodes_one_mails_the_credentials() {
        StubPatient patient = StubPatient.of("race-mail", "mumc", StubPatient.numberOf("race-mail"), "1970-05-04");
        server.fhir().has(patient);
        Desk.of(People.DESK_MUMC, server).enrol(patient, Map.of("email", patient.email(), "consent", "ja"));
        server.sql("update credentials_mail set next_try_at = now()");

        Parallel.times(32, () -> {
            nodes.either(CredentialsMail.class).sendDue();
            return true;
        });

        assertThat(server.sms().texts(patient.email())).hasSize(1);
    }

    @Test
    void five_wrong_tries_burn_a_code_also_when_they_come_together() throws TooBusy {
        String code = issued("race-burnt");

        List<Boolean> begun = Parallel.times(32, () -> begins(code));

        assertThat(begun).containsOnly(false);
        assertThat(server.count("activation where patient = 'race-burnt' and failures = 5"))
                .isEqualTo(1);
        assertThat(server.bean(EnrolmentSteps.class).begin(code, "1970-05-04")).isEmpty();
    }

    /** Whether a wrong birth date goes on; on a slow machine the last ones are not looked at. */
    private boolean begins(String code) {
        try {
            return nodes.either(EnrolmentSteps.class).begin(code, "1999-09-09").isPresent();
        } catch (TooBusy e) {
            return false;
        }
    }

    private UUID begun(String patient) throws TooBusy {
        return server.bean(EnrolmentSteps.class)
                .begin(issued(patient), "1970-05-04")
                .orElseThrow();
    }

    @Test
    void a_letter_that_could_not_be_written_down_leaves_the_earlier_one_good() throws TooBusy {
        String earlier = issued("race-unwritten");

        assertThatThrownBy(() -> server.bean(Activations.class).issue(invitation("race-unwritten"), issued -> {
                    throw new IllegalStateException("not written down");
                }))
                .hasMessage("not written down");

        assertThat(server.bean(EnrolmentSteps.class).begin(earlier, "1970-05-04"))
                .isPresent();
    }

    private String issued(String patient) {
        return server.bean(Activations.class)
                .issue(invitation(patient), issued -> {})
                .printed();
    }

    private static Invitation invitation(String patient) {
        return new Invitation(
                new HospitalId("umcg"),
                patient,
                new PersonIdentifier("urn:test", patient),
                "1970-05-04",
                "+31612345678",
                Optional.empty(),
                Locale.ENGLISH,
                EnrolmentChannel.DESK);
    }
}
