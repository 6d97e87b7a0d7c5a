package nl.inzage.portal.shell;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import nl.inzage.portal.settings.PortalSettings;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Dutch unless a visitor chose English; a cookie without any meaning beyond that remembers it. */
final class Languages extends CookieLocaleResolver {

    static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    private static final Map<String, Locale> KNOWN = Map.of("nl", DUTCH, "en", Locale.forLanguageTag("en-GB"));

    Languages(PortalSettings settings) {
        super("INZAGE_PORTAL_TAAL");
        setDefaultLocale(DUTCH);
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
        setCookieSecure(settings.secure());
        setCookieMaxAge(Duration.ofDays(365));
    }

    /** Null for a language that we do not speak: then the choice stays what it was. */
    static Locale named(String language) {
        return language == null ? null : KNOWN.get(language);
    }

    @Override
    protected Locale parseLocaleValue(String value) {
        return named(value);
    }

    @Override
    protected String toLocaleValue(Locale locale) {
        return locale.getLanguage();
    }
}
