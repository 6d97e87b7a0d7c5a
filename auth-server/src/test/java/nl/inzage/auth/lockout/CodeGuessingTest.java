package nl.inzage.auth.lockout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.RulesInForce;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.policy.login.LockoutOutcome;
import nl.inzage.policy.login.LockoutRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who has the password and guesses at the code: together all guesses are no more than the hospital's policy allows. */
class CodeGuessingTest {

    private final RunningServer server = RunningServer.shared();
    private final Lockouts lockouts = server.bean(Lockouts.class);

    @AfterEach
    void forgetEarlierFailures() {
        server.forgetAttempts();
        server.sql("delete from pending_login");
    }

    @Test
    void of_32_parallel_wrong_codes_over_five_logins_six_are_judged_and_the_sixth_blocks() {
        List<Journey> logins = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Journey login = new Journey(server);
            login.passPassword(People.IDA);
            logins.add(login);
        }
        AtomicInteger next = new AtomicInteger();

        List<Answer> answers = Parallel.times(
                32, () -> logins.get(next.getAndIncrement() % logins.size()).code("000000"));

        assertThat(server.count("login_attempts where code_failures = 6 and blocked_because = 'sms_code'"))
                .isEqualTo(1);
        assertThat(server.count("pending_login where tries > 3")).isZero();
        assertThat(answers)
                .filteredOn(answer -> answer.body().contains("Deze code klopt niet"))
                .hasSizeLessThanOrEqualTo(5);
        assertThat(answers).anyMatch(answer -> answer.body().contains("Bel de helpdesk"));
    }

    @Test
    void of_32_parallel_codes_the_policys_number_may_be_judged() {
        Username ida = new Username(People.IDA.username());

        List<PasswordTry> tries = Parallel.times(32, () -> lockouts.beginCode(ida, rules(People.IDA)));

        assertThat(tries)
                .filteredOn(PasswordTry.Counted.class::isInstance)
                .hasSize(rules(People.IDA).lockAt());
    }

    @Test
    void the_right_password_does_not_lift_a_wait_that_wrong_codes_made_meanwhile() {
        Username gerrit = new Username(People.GERRIT.username());
        lockouts.begin(gerrit, rules(People.GERRIT));
        lockouts.beginCode(gerrit, rules(People.GERRIT));
        lockouts.beginCode(gerrit, rules(People.GERRIT));

        lockouts.passedPassword(gerrit);

        assertThat(lockouts.standing(gerrit, rules(People.GERRIT)))
                .hasValueSatisfying(standing -> assertThat(standing).isInstanceOf(LockoutOutcome.Wait.class));
    }

    @Test
    void the_sixth_code_lets_in_when_it_is_right() {
        for (int i = 0; i < 5; i++) {
            lockouts.beginCode(new Username(People.IDA.username()), rules(People.IDA));
        }

        assertThat(new Journey(server).logIn(People.IDA).status()).isEqualTo(302);
        assertThat(lockouts.isBlocked(new Username(People.IDA.username()))).isFalse();
    }

    @Test
    void a_code_that_is_too_old_is_no_failure() {
        Journey login = new Journey(server);
        login.passPassword(People.IDA);
        server.sql("update pending_login set code_expires_at = now()");

        login.code("000000");

        assertThat(server.count("login_attempts where code_failures > 0")).isZero();
    }

    @Test
    void a_sixth_login_ends_the_first() {
        Journey first = new Journey(server);
        first.passPassword(People.IDA);
        for (int i = 0; i < 5; i++) {
            // Five codes a day are not what this is about.
            server.forgetAttempts();
            new Journey(server).passPassword(People.IDA);
        }

        assertThat(first.code("000000").location()).isEqualTo("/inloggen?melding=verlopen");
        assertThat(server.count("pending_login")).isEqualTo(5);
    }

    private LockoutRules rules(People person) {
        return server.bean(RulesInForce.class)
                .of(server.bean(Accounts.class)
                        .byUsername(new Username(person.username()))
                        .orElseThrow())
                .lockout();
    }
}
