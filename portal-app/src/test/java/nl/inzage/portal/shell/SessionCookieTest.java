package nl.inzage.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.inzage.portal.settings.PortalSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** What the cookie of a session is called, and how it may travel. */
class SessionCookieTest {

    @ParameterizedTest
    @CsvSource({
        "https://portaal.ziekenhuis.example, __Host-INZAGE_PORTAL_SESSION, true",
        "http://localhost:8080, INZAGE_PORTAL_SESSION, false"
    })
    void overTlsOnlyThisHostCanHaveSetIt(String url, String name, boolean secure) {
        PortalSettings settings = new PortalSettings(url, url, url, "", "", "", "", Duration.ofSeconds(1));
        DefaultCookieSerializer cookies = new DefaultCookieSerializer();
        new PageParts(settings, null, null).secureWhereThePortalIs().customize(cookies);
        MockHttpServletResponse response = new MockHttpServletResponse();

        cookies.writeCookieValue(new CookieSerializer.CookieValue(new MockHttpServletRequest(), response, "id"));

        assertThat(response.getHeader("Set-Cookie"))
                .startsWith(name + "=")
                .contains("; Path=/;", "; HttpOnly; SameSite=Lax")
                .doesNotContain("Domain=");
        assertThat(response.getHeader("Set-Cookie").contains("; Secure;")).isEqualTo(secure);
    }
}
