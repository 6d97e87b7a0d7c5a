package nl.inzage.auth.session;

import java.util.Set;
import nl.inzage.auth.settings.AuthSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** The session cookie, and what the authorization server library may know of sessions. */
@Configuration(proxyBeanMethods = false)
class SessionConfig {

    @Bean
    CookieSerializer sessionCookie(AuthSettings settings) {
        boolean secure = "https".equals(settings.issuer().getScheme());
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        // With this prefix browsers keep it only when this host set it over TLS; on plain http they would refuse it.
        cookie.setCookieName((secure ? "__Host-" : "") + "INZAGE_AUTH_SESSION");
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseSecureCookie(secure);
        return cookie;
    }

    /** Two requests of one browser may write the same attribute at once, as a form that is sent twice does. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> lastWriterWins() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** Remembers where a person was going when the login page came in between. */
    @Bean
    RequestCache requestCache() {
        HttpSessionRequestCache requests = new HttpSessionRequestCache();
        requests.setMatchingRequestParameterName(null);
        requests.setRequestMatcher(request -> "GET".equals(request.getMethod())
                && Set.of("/oauth2/authorize", "/toestemming", "/beveiliging", "/balie", "/account", "/apps")
                        .contains(request.getServletPath()));
        return requests;
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new NoSessionRegistry();
    }
}
