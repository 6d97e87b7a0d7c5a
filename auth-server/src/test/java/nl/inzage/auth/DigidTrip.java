package nl.inzage.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.RunningServer;

/** One browser on its way to DigiD and back, which a test can lead astray. */
final class DigidTrip {

    private final RunningServer server;
    private final Browser browser;

    DigidTrip(RunningServer server, Browser browser) {
        this.server = server;
        this.browser = browser;
    }

    /** Leaves for the bridge; what the bridge is asked. */
    Map<String, String> leave() {
        browser.get("/hulp");
        browser.get("/inloggen");
        return new HashMap<>(
                browser.submit("/inloggen/digid", Map.of("hospital", "linde")).parameters());
    }

    /** Comes back as somebody with these claims. */
    Answer comeBack(Map<String, String> asked, Consumer<JWTClaimsSet.Builder> claims) {
        return browser.get(address(asked, claims));
    }

    String address(Map<String, String> asked, Consumer<JWTClaimsSet.Builder> claims) {
        return address(asked, server.digid().code(asked, claims));
    }

    Answer back(Map<String, String> asked, String code) {
        return browser.get(address(asked, code));
    }

    Answer error(Map<String, String> asked, String error) {
        return browser.get(
                "/inloggen/digid/terug?" + Browser.form(Map.of("state", asked.get("state"), "error", error)));
    }

    static String address(Map<String, String> asked, String code) {
        return "/inloggen/digid/terug?" + Browser.form(Map.of("state", asked.get("state"), "code", code));
    }

    /** Claims of the person with this number. */
    static Consumer<JWTClaimsSet.Builder> about(String bsn) {
        return claims -> claims.claim("bsn", bsn);
    }
}
