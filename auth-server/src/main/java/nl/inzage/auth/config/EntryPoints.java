package nl.inzage.auth.config;

import java.util.Set;
import nl.inzage.auth.session.LoggedIn;
import nl.inzage.auth.smart.TokenErrors;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** What happens to a caller who is not known: a client gets an error, a person gets the login page. */
final class EntryPoints {

    private static final AuthenticationEntryPoint LOGIN_PAGE =
            (request, response, exception) -> response.sendRedirect("/inloggen");
    private static final Set<String> OF_CLIENTS = Set.of("/oauth2/token", "/oauth2/introspect", "/oauth2/revoke");

    private EntryPoints() {}

    static void ofOAuth(ExceptionHandlingConfigurer<HttpSecurity> errors) {
        errors.defaultAuthenticationEntryPointFor(
                        new TokenErrors()::commence, request -> OF_CLIENTS.contains(request.getServletPath()))
                .defaultAuthenticationEntryPointFor(LOGIN_PAGE, AnyRequestMatcher.INSTANCE);
    }

    static void ofPages(ExceptionHandlingConfigurer<HttpSecurity> errors) {
        errors.authenticationEntryPoint(LOGIN_PAGE).accessDeniedHandler((request, response, exception) -> {
            // A form of a session that has ended: start again rather than refuse.
            boolean over = isLoginForm(request.getServletPath()) || !isLoggedIn();
            if (exception instanceof CsrfException && over) {
                response.sendRedirect(
                        request.getServletPath().startsWith("/ontwikkelaars")
                                ? "/ontwikkelaars?melding=verlopen"
                                : "/inloggen?melding=verlopen");
            } else {
                response.sendError(403);
            }
        });
    }

    private static boolean isLoggedIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof LoggedIn;
    }

    private static boolean isLoginForm(String path) {
        return path.matches("/(inloggen|activeren|wachtwoord-vergeten|gebruikersnaam-vergeten)(/.*)?");
    }
}
