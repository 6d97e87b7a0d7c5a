package nl.inzage.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import nl.inzage.auth.settings.AuthSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer;

/** What the cookie of a session is called, and how it may travel. */
class SessionCookieTest {

    @ParameterizedTest
    @CsvSource({
        "https://inloggen.ziekenhuis.example, __Host-INZAGE_AUTH_SESSION, true",
        "http://localhost:9000, INZAGE_AUTH_SESSION, false"
    })
    void over_tls_only_this_host_can_have_set_it(String issuer, String name, boolean secure) {
        URI address = URI.create(issuer);
        AuthSettings settings = new AuthSettings(address, address, address, "", "", "", "", address, "");
        CookieSerializer cookies = new SessionConfig().sessionCookie(settings);
        MockHttpServletResponse response = new MockHttpServletResponse();

        cookies.writeCookieValue(new CookieSerializer.CookieValue(new MockHttpServletRequest(), response, "id"));

        assertThat(response.getHeader("Set-Cookie"))
                .startsWith(name + "=")
                .contains("; Path=/;", "; HttpOnly; SameSite=Lax")
                .doesNotContain("Domain=");
        assertThat(response.getHeader("Set-Cookie").contains("; Secure;")).isEqualTo(secure);
    }
}
