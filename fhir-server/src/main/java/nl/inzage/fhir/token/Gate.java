package nl.inzage.fhir.token;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsUtils;

/**
 * Lets requests with a good token through to a door's servlet, before the filters that sessions and pages need: those
 * took a third of the time of a read. The address, the header and the token are judged by the same parts as there.
 */
@Component
public final class Gate {

    /** The container's own figures do not come this far. */
    private static final String METER = "inzage.door.requests";

    private final TokenVerifiers verifiers;
    private final DoorKeeper keeper;
    private final Refusal refusal;
    private final CrossOrigin crossOrigin;
    private final MeterRegistry meters;

    Gate(TokenVerifiers verifiers, DoorKeeper keeper, Refusal refusal, CrossOrigin crossOrigin, MeterRegistry meters) {
        this.verifiers = verifiers;
        this.keeper = keeper;
        this.refusal = refusal;
        this.crossOrigin = crossOrigin;
        this.meters = meters;
    }

    /**
     * The filter before a door; what anyone may read goes the ordinary way.
     *
     * @param servlet is asked with the holder of the token as the user
     */
    public Filter before(Door door, HttpServlet servlet) {
        return new Admitting(door, servlet, verifiers.forDoor(door));
    }

    private final class Admitting extends HttpFilter {

        private static final long serialVersionUID = 1L;

        private final Door door;
        private final HttpServlet servlet;
        private final transient JwtDecoder tokens;
        private final transient HttpFirewall addresses = new StrictHttpFirewall();
        private final transient BearerTokenResolver bearer = new DefaultBearerTokenResolver();

        private Admitting(Door door, HttpServlet servlet, JwtDecoder tokens) {
            this.door = door;
            this.servlet = servlet;
            this.tokens = tokens;
        }

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            Timer.Sample taken = Timer.start(meters);
            int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
            try {
                admit(request, response, chain);
                status = response.getStatus();
            } finally {
                taken.stop(meters.timer(METER, "door", door.path(), "status", Integer.toString(status)));
            }
        }

        private void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            response.setHeader("X-Frame-Options", "DENY");
            if (crossOrigin.answers(door, request, response)) {
                return;
            }
            try {
                addresses.getFirewalledRequest(request);
            } catch (RequestRejectedException odd) {
                refusal.write(
                        response, HttpServletResponse.SC_BAD_REQUEST, "invalid", "The address is not well formed");
                return;
            }
            if (isOfOthers(request)) {
                chain.doFilter(request, response);
                return;
            }
            // Whatever the sender says: what stands before this server would read the form in one way, and we in
            // another.
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
            try {
                JwtAuthenticationToken holder = new JwtAuthenticationToken(judged(request));
                servlet.service(new Held(request, holder), response);
            } catch (AuthenticationException refused) {
                keeper.onAuthenticationFailure(request, response, refused);
            }
        }

        /** Also at an address for which the container chose another servlet. */
        private boolean isOfOthers(HttpServletRequest request) {
            return !request.getServletPath().equals(door.path())
                    || door.isDiscovery(request)
                    || CorsUtils.isPreFlightRequest(request);
        }

        private Jwt judged(HttpServletRequest request) {
            String token = bearer.resolve(request);
            if (token == null) {
                throw new InsufficientAuthenticationException("No token");
            }
            try {
                return tokens.decode(token);
            } catch (BadJwtException bad) {
                throw new InvalidBearerTokenException(bad.getMessage(), bad);
            } catch (JwtException unjudged) {
                throw new AuthenticationServiceException(unjudged.getMessage(), unjudged);
            }
        }
    }

    /** A request of who holds a token. */
    private static final class Held extends HttpServletRequestWrapper {

        private final Principal holder;

        private Held(HttpServletRequest request, Principal holder) {
            super(request);
            this.holder = holder;
        }

        @Override
        public Principal getUserPrincipal() {
            return holder;
        }
    }
}
