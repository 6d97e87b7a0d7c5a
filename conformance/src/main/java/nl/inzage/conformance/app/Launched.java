package nl.inzage.conformance.app;

import java.util.Optional;

/**
 * One request for a code, and who came back.
 *
 * @param answer nothing when nobody came in time
 */
public record Launched(String scope, String state, Pkce pkce, Optional<Arrival> answer) {

    /** The code, or nothing. */
    public Optional<String> code() {
        return answer.map(arrival -> arrival.get("code"))
                .filter(code -> !code.isEmpty())
                .filter(code -> answer.get().get("error").isEmpty());
    }

    /** Why there is no code, for a report. */
    public String withoutCode() {
        return answer.map(arrival -> arrival.get("error").isEmpty()
                        ? "the browser came back without a code"
                        : "the browser came back with the error " + arrival.get("error"))
                .orElse("nobody came back in time");
    }
}
