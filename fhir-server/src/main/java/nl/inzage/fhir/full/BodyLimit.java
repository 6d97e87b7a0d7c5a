package nl.inzage.fhir.full;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import nl.inzage.fhir.token.Door;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** No push may fill the memory that others need: neither by its size nor by what it unpacks to. */
@Component
class BodyLimit extends OncePerRequestFilter {

    static final long BYTES = 50L * 1024 * 1024;

    private static final String OUTCOME =
            """
            {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"too-long","diagnostics":"%s"}]}""";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith(Door.FULL.path());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            refuse(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body as it is, not compressed");
        } else if (request.getContentLengthLong() > BYTES) {
            refuse(response, HttpStatus.PAYLOAD_TOO_LARGE, "A request may have 50 MiB at most");
        } else {
            rest.doFilter(request.getContentLengthLong() < 0 ? new Measured(request) : request, response);
        }
    }

    private static void refuse(HttpServletResponse response, HttpStatus status, String sentence) throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/fhir+json");
        response.getOutputStream().write(OUTCOME.formatted(sentence).getBytes(StandardCharsets.UTF_8));
    }

    /** A body whose sender did not say how long it is. */
    private static final class Measured extends HttpServletRequestWrapper {

        Measured(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new MeasuredStream(super.getInputStream(), BYTES);
        }
    }
}
