package nl.inzage.auth.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * Dutch, unless a person chose English here, or the app that sent the person says so ({@code ui_locales}, OpenID Connect
 * Core 3.1.2.1).
 */
final class Languages extends CookieLocaleResolver {

    static final Locale DUTCH = Locale.forLanguageTag("nl");
    /** The languages that every message exists in. */
    private static final List<Locale> KNOWN = List.of(DUTCH, Locale.ENGLISH);

    Languages(RequestCache requests, boolean secure) {
        super("INZAGE_AUTH_TAAL");
        setDefaultLocaleFunction(request -> ofApp(requests, request).orElse(DUTCH));
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
        setCookieSecure(secure);
        setCookieMaxAge(Duration.ofDays(365));
    }

    /** The language of a tag such as {@code en-GB}, when there are messages in it. */
    static Optional<Locale> named(String tag) {
        String language = Locale.forLanguageTag(String.valueOf(tag)).getLanguage();
        return KNOWN.stream()
                .filter(known -> known.getLanguage().equals(language))
                .findFirst();
    }

    /** The language that is not this one. */
    static Locale otherThan(Locale current) {
        return current.getLanguage().equals(DUTCH.getLanguage()) ? Locale.ENGLISH : DUTCH;
    }

    @Override
    protected Locale parseLocaleValue(String value) {
        return named(value).orElse(null);
    }

    private static Optional<Locale> ofApp(RequestCache requests, HttpServletRequest request) {
        SavedRequest saved = requests.getRequest(request, null);
        String[] asked = saved == null ? null : saved.getParameterValues("ui_locales");
        return asked == null
                ? Optional.empty()
                : List.of(asked[0].split(" ")).stream()
                        .map(Languages::named)
                        .flatMap(Optional::stream)
                        .findFirst();
    }
}
