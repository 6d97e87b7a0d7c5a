package nl.inzage.auth.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** An authenticator app that somebody who is logged in just added, and the recovery codes that the page showed. */
public record AddedApp(PhoneApp phone, List<String> recoveryCodes) {

    private static final Pattern RECOVERY_CODE = Pattern.compile("inzage-secret\">((?:[a-z2-9]{4}-){5}[a-z2-9]{4})<");

    /** Adds one. */
    public static AddedApp by(Browser browser, Clock clock) {
        PhoneApp phone = PhoneApp.of(browser.get("/beveiliging/app"), clock);
        List<String> shown = recoveryCodes(browser.submit("/beveiliging/app", Map.of("code", phone.code())));
        assertThat(shown).hasSize(10);
        browser.get("/beveiliging");
        return new AddedApp(phone, shown);
    }

    /** The recovery codes on a page. */
    public static List<String> recoveryCodes(Answer page) {
        return RECOVERY_CODE
                .matcher(page.body())
                .results()
                .map(code -> code.group(1))
                .toList();
    }
}
