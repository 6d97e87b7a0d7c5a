package nl.inzage.fhir.view;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import nl.inzage.fhir.view.UpkeepBook.Page;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** For the operator, on the management port: asks for a rebuild or a comparison, and tells how far it is. */
@Endpoint(id = "releasedview")
public final class ReleasedViewEndpoint {

    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;

    private final UpkeepBook book;

    ReleasedViewEndpoint(UpkeepBook book) {
        this.book = book;
    }

    /** By task: how far it is, and what the last run came to. */
    @ReadOperation
    public Map<String, Map<String, Object>> state() {
        Map<String, Map<String, Object>> said = new LinkedHashMap<>();
        book.pages().forEach(page -> said.put(page.task().name().toLowerCase(Locale.ROOT), said(page)));
        return said;
    }

    private static Map<String, Object> said(Page page) {
        Map<String, Object> said = new LinkedHashMap<>();
        boolean asked = page.asked().isPresent();
        said.put("state", page.begun().isPresent() ? "running" : asked ? "asked" : "resting");
        said.put("done", page.done());
        said.put("total", page.total());
        said.put("exposing", page.exposing());
        said.put("mended", page.mended());
        said.put("remaining", page.remaining());
        said.put("ended", page.ended().toString());
        said.put("last", page.last());
        return said;
    }

    /**
     * Asks for a run; a node begins with it within seconds.
     *
     * @param start {@code rebuild} or {@code reconcile}
     * @return 202, 409 when it is running or asked for already, 400 for anything else
     */
    @WriteOperation
    public WebEndpointResponse<Map<String, Map<String, Object>>> start(String start) {
        for (UpkeepTask task : UpkeepTask.values()) {
            if (task.name().toLowerCase(Locale.ROOT).equals(start)) {
                return new WebEndpointResponse<>(state(), book.ask(task) ? ACCEPTED : CONFLICT);
            }
        }
        return new WebEndpointResponse<>(
                Map.of("error", Map.of("start", "rebuild or reconcile")), WebEndpointResponse.STATUS_BAD_REQUEST);
    }
}
