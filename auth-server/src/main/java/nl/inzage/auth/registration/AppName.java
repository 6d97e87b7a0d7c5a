package nl.inzage.auth.registration;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.stereotype.Component;

/**
 * What an app may be called. Patients decide by the name, so it has no letters that look like others, and it is not the
 * name, nor what looks like the name, of the hospital's own app or of one that is approved.
 */
@Component
public class AppName {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9 .'&+-]{0,58})[A-Za-z0-9+.]");

    private static final Pattern TWO_SPACES = Pattern.compile("  ");

    /** The key of this server itself. */
    static final String OWN = key("Inzage");

    private final RegisteredApps apps;
    private final AppDecisions decisions;

    AppName(RegisteredApps apps, AppDecisions decisions) {
        this.apps = apps;
        this.decisions = decisions;
    }

    /** Whether a text can be a name: 2 to 60 letters, digits and few signs. */
    public static boolean fits(String name) {
        String plain = LatinLetters.plain(name);
        return FORM.matcher(plain).matches() && !TWO_SPACES.matcher(plain).find();
    }

    /** What two names have in common when they look the same to a reader in a hurry. */
    public static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "")
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('i', 'l')
                .replace('5', 's')
                .replace("rn", "m")
                .replace("vv", "w");
    }

    /** Whether an app that people use already has such a name. */
    public boolean isTaken(String name, String clientId, Iterable<HospitalId> hospitals) {
        String key = key(name);
        if (key.contains(OWN) || apps.namesOfOperator().stream().anyMatch(own -> key(own).equals(key))) {
            return true;
        }
        List<RegisteredApp> others = apps.named(key).stream()
                .filter(app -> !app.clientId().equals(clientId))
                .toList();
        for (HospitalId hospital : hospitals) {
            if (others.stream().anyMatch(app -> decisions.at(hospital, app) == AppState.APPROVED)) {
                return true;
            }
        }
        return false;
    }
}
