package nl.inzage.fhir.view;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** For the operator, on the management port: how far the stamping by changed policies is. */
@Endpoint(id = "restamping")
public final class RestampingEndpoint {

    private final Restamping restamping;

    RestampingEndpoint(Restamping restamping) {
        this.restamping = restamping;
    }

    /** By hospital, how many resources still have an old stamp; empty when all have theirs. */
    @ReadOperation
    public Map<String, Long> toDo() {
        return restamping.progress().stream()
                .collect(Collectors.toMap(Restamping.Progress::hospital, Restamping.Progress::toDo));
    }
}
