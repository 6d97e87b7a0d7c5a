package nl.inzage.fhir.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsUtils;

/**
 * Which pages of other sites may read answers of the narrow door, refusals included: those of registered apps (SMART App
 * Launch 2.2, "Considerations for CORS support"). Never with cookies, and never at the full door. An answer to who sends no
 * origin is what it would be without this.
 */
@Component
final class CrossOrigin {

    private final RegisteredOrigins registered;

    CrossOrigin(RegisteredOrigins registered) {
        this.registered = registered;
    }

    /** Puts on an answer what the page's browser looks for; says whether the request is a preflight that is answered so. */
    boolean answers(Door door, HttpServletRequest request, HttpServletResponse response) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        // The documents that anybody may read have rules of their own.
        if (origin == null || door != Door.NARROW || door.discovery().contains(Door.path(request))) {
            return false;
        }
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (!registered.contains(origin)) {
            return false;
        }
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        if (!CorsUtils.isPreFlightRequest(request)) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Location, Content-Location");
            return false;
        }
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST");
        response.setHeader(
                HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Authorization, Accept, Content-Type, If-None-Match, Prefer");
        response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return true;
    }
}
