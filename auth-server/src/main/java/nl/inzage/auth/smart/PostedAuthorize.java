package nl.inzage.auth.smart;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Turns a posted authorization request (SMART 2.2, capability authorize-post) into the same one by GET: the post of
 * another site carries no session cookie, and a request to come back to after login must be a GET.
 */
public final class PostedAuthorize extends OncePerRequestFilter {

    /** What fits into a header together with what else is in it. */
    private static final int LONGEST = 6_000;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean posted = "POST".equals(request.getMethod())
                && "/oauth2/authorize".equals(request.getServletPath())
                && request.getParameter("response_type") != null;
        if (!posted) {
            chain.doFilter(request, response);
            return;
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/oauth2/authorize");
        request.getParameterMap().forEach((name, values) -> {
            for (String value : values) {
                address.queryParam(encoded(name), encoded(value));
            }
        });
        String location = address.build(true).toUriString();
        if (location.length() > LONGEST) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader("Location", location);
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
