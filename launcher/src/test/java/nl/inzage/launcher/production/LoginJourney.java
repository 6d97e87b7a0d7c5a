package nl.inzage.launcher.production;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** A patient's way in and out of the portal, in a browser without JavaScript. */
record LoginJourney(String portal, MessageInbox inbox) {

    private static final String USERNAME = "sanne.devries";
    private static final String PASSWORD = "Bewijs zonder Docker 2026";

    void walk() throws IOException, InterruptedException {
        WebVisitor visitor = new WebVisitor();
        visitor.open(portal + "/uitslagen");
        visitor.submit("password", Map.of("username", USERNAME, "password", PASSWORD));
        visitor.submit("code", Map.of("code", inbox.awaitCode(Duration.ofSeconds(20))));
        visitor.open(portal + "/uitslagen");
        require(visitor, "Glucose", true);
        require(visitor, "Hemoglobine", false);
        visitor.submitTo("/uitloggen");
        visitor.open(portal + "/uitslagen");
        require(visitor, "Glucose", false);
    }

    private static void require(WebVisitor visitor, String word, boolean present) {
        if (visitor.page().contains(word) != present) {
            throw new IllegalStateException(word + (present ? " is missing at " : " is visible at ") + visitor.address()
                    + ":\n" + visitor.page());
        }
    }
}
