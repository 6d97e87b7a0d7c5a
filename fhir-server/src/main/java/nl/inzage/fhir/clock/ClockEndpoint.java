package nl.inzage.fhir.clock;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import nl.inzage.policy.clock.ClockState;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** For the operator, on the management port: what is thought of the clock, and to say that it is right. */
@Endpoint(id = "releaseclock")
public final class ClockEndpoint {

    private final ReleaseClock clock;

    ClockEndpoint(ReleaseClock clock) {
        this.clock = clock;
    }

    @ReadOperation
    public Map<String, String> state() {
        return clock.state().map(ClockEndpoint::said).orElse(Map.of("state", "unknown"));
    }

    private static Map<String, String> said(ClockState state) {
        Optional<Instant> claimed = ReleaseClock.claimed(state);
        String releasesAt = state.releasesAt().toString();
        return claimed.map(moment -> Map.of("state", "frozen", "releasesAt", releasesAt, "claimed", moment.toString()))
                .orElseGet(() -> Map.of("state", "trusted", "releasesAt", releasesAt));
    }

    /**
     * Confirms the database's clock.
     *
     * @param now the time that the operator's own clock says, with offset; so that nobody confirms without looking
     * @return 409 when the database says another time
     */
    @WriteOperation
    public WebEndpointResponse<Map<String, String>> confirm(String now) {
        Instant seen;
        try {
            seen = Instant.parse(now);
        } catch (DateTimeParseException e) {
            return new WebEndpointResponse<>(
                    Map.of("error", "now is a moment such as 2026-11-22T10:00:00Z"),
                    WebEndpointResponse.STATUS_BAD_REQUEST);
        }
        return clock.confirm(seen)
                ? new WebEndpointResponse<>(state())
                : new WebEndpointResponse<>(Map.of("error", "the database's clock says another time"), 409);
    }
}
