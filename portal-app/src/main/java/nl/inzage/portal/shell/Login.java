package nl.inzage.portal.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import nl.inzage.portal.smart.SmartUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** From a page that asks for a login to the authorization server, and back to that page. */
@Component
class Login {

    private static final Logger LOG = LoggerFactory.getLogger(Login.class);
    private static final String PAGE = "/inloggen";
    private static final String HTMX = "HX-Request";

    /** Not every address: a mistyped one would otherwise be the first page after the login. */
    private static final String[] WORTH_RETURNING_TO = {
        "/overzicht", "/uitslagen/**", "/medicijnen", "/afspraken", "/brieven/**", "/gegevens", "/balie"
    };

    private final OAuth2AuthorizationRequestResolver launch;
    private final OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes;
    private final OAuth2UserService<OidcUserRequest, OidcUser> users;
    private final OAuth2AuthorizedClientRepository tokens;
    private final HttpSessionRequestCache remembered = new HttpSessionRequestCache();

    Login(
            OAuth2AuthorizationRequestResolver launch,
            OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes,
            OAuth2UserService<OidcUserRequest, OidcUser> users,
            OAuth2AuthorizedClientRepository tokens) {
        this.launch = launch;
        this.codes = codes;
        this.users = users;
        this.tokens = tokens;
        remembered.setMatchingRequestParameterName(null);
        remembered.setRequestMatcher(new AndRequestMatcher(
                new OrRequestMatcher(Stream.of(WORTH_RETURNING_TO)
                        .<RequestMatcher>map(
                                path -> PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, path))
                        .toList()),
                new NegatedRequestMatcher(new RequestHeaderRequestMatcher(HTMX))));
    }

    HttpSessionRequestCache remembered() {
        return remembered;
    }

    void configure(OAuth2LoginConfigurer<HttpSecurity> login) {
        login.loginPage(PAGE)
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(launch))
                .redirectionEndpoint(endpoint -> endpoint.baseUri("/login/smart"))
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(codes))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(users))
                .authorizedClientRepository(tokens)
                .successHandler(this::welcome)
                .failureHandler(this::failed);
    }

    /** htmx would follow a redirect to another server in the background; it must change the page instead. */
    void ask(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (request.getHeader(HTMX) == null) {
            response.sendRedirect(PAGE);
        } else {
            response.setHeader("HX-Redirect", PAGE);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private void welcome(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException {
        keepFormTokenFromNowOn(request);
        Optional<SmartUser> user = Optional.of(login.getPrincipal())
                .filter(SmartUser.class::isInstance)
                .map(SmartUser.class::cast);
        user.flatMap(SmartUser::idle)
                .ifPresent(idle -> request.getSession().setMaxInactiveInterval((int) idle.toSeconds()));
        boolean patient = user.flatMap(SmartUser::patient).isPresent();
        String asked = remembered.getRequest(request, response) instanceof DefaultSavedRequest saved
                ? saved.getServletPath()
                : "/overzicht";
        remembered.removeRequest(request, response);
        response.sendRedirect(patient ? asked : "/balie");
    }

    /** Made here and not by the first page: two tabs that open at once would each make one, and one form would fail. */
    private static void keepFormTokenFromNowOn(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        String code = reason instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : reason.getClass().getSimpleName();
        LOG.info("A login failed: {}", code);
        response.sendRedirect("/inloggen/mislukt");
    }
}
