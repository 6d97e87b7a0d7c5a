package nl.inzage.auth.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import nl.inzage.auth.account.AccountKind;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.session.LoggedIn;
import nl.inzage.auth.session.Login;
import nl.inzage.auth.session.LoginMeans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;

class OwnSessionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_login_of_five_minutes_ago_may_change_something_and_an_older_one_may_not() {
        assertThat(loggedInAt("2026-11-22T11:55:00Z").isFresh()).isTrue();
        assertThat(loggedInAt("2026-11-22T11:54:59Z").isFresh()).isFalse();
    }

    @Test
    void what_waits_for_its_code_is_there_for_who_began_it_only() {
        MockHttpServletRequest browser = new MockHttpServletRequest();
        OwnSession first = loggedInAt("2026-11-22T11:59:00Z");
        UUID code = first.begin(browser, new Contact.Phone("+31612345678"));
        assertThat(first.pending(browser)).map(OwnSession.Pending::code).contains(code);

        OwnSession second = loggedInAt("2026-11-22T11:59:30Z");

        assertThat(second.pending(browser)).isEmpty();
    }

    private static OwnSession loggedInAt(String moment) {
        Login login = new Login(
                UUID.randomUUID(),
                AccountKind.PATIENT,
                "linde",
                UUID.randomUUID(),
                Instant.parse(moment),
                LoginMeans.PASSWORD_AND_SMS);
        SecurityContextHolder.getContext().setAuthentication(new LoggedIn(login));
        return new OwnSession(null, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
