package nl.inzage.auth.client;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells resource servers from which origins pages of registered apps come, so that they let the same ones in. */
@RestController
class OriginsController {

    private final Clients clients;

    OriginsController(Clients clients) {
        this.clients = clients;
    }

    @GetMapping("/oauth2/origins")
    Map<String, List<String>> origins() {
        return Map.of("origins", clients.origins());
    }
}
