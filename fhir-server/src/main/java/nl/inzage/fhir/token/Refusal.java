package nl.inzage.fhir.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Refusals from before HAPI, in HAPI's form: an OperationOutcome. */
@Component
class Refusal {

    private final ObjectMapper json;

    Refusal(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param code of the value set issue-type
     * @param text for the reader of a log or a developer tool; says nothing about data
     */
    void write(HttpServletResponse response, int status, String code, String text) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("application/fhir+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(
                response.getOutputStream(),
                Map.of(
                        "resourceType",
                        "OperationOutcome",
                        "issue",
                        List.of(Map.of("severity", "error", "code", code, "diagnostics", text))));
    }
}
