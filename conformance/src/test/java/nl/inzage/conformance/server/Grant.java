package nl.inzage.conformance.server;

import java.util.Map;

/** What somebody allowed the app, and the request in which it was asked. */
final class Grant {

    final Map<String, String> request;
    final String scope;
    boolean exchanged;
    boolean refreshed;
    boolean ended;

    Grant(Map<String, String> request, String scope) {
        this.request = request;
        this.scope = scope;
    }

    boolean isOfEhrLaunch() {
        return request.containsKey("launch");
    }
}
