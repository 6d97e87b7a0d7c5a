package nl.inzage.auth.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.inzage.auth.settings.YamlEntry;

/** The rules for addresses in a registration: https, or plain http on this machine; never a fragment (RFC 9700). */
public final class ClientUris {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private ClientUris() {}

    /** Whether a browser may be sent to an address with a code: https, this machine, or a native app's own scheme. */
    public static boolean isRedirect(String text) {
        return parsed(text)
                .filter(uri -> isWhole(uri, text) && (isOfApp(uri) || isSecure(uri)))
                .isPresent();
    }

    static List<String> redirects(YamlEntry entry, String key, boolean required) {
        List<String> uris = entry.list(key);
        if (required && uris.isEmpty()) {
            throw entry.refused("must have a list of " + key);
        }
        return uris.stream().map(uri -> redirect(entry, key, uri)).toList();
    }

    static String secure(YamlEntry entry, String key, String text) {
        if (!isSecure(parsed(entry, key, text))) {
            throw entry.refused("must have an https address for " + key);
        }
        return text;
    }

    /** Where an app is opened from here; its query is added to. */
    static String launch(YamlEntry entry, String key, String text) {
        if (parsed(entry, key, text).getRawFragment() != null) {
            throw entry.refused("must have " + key + " without fragment");
        }
        return secure(entry, key, text);
    }

    /** The origins that a browser app calls from: those of the file, or else those of its redirect addresses. */
    static List<String> origins(YamlEntry entry, List<String> redirectUris) {
        List<String> own = entry.list("origins");
        if (!own.stream().allMatch(WebOrigin::isWritten)) {
            throw entry.refused("must have origins as browsers write them, such as https://app.example");
        }
        return own.isEmpty()
                ? redirectUris.stream()
                        .map(WebOrigin::of)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList()
                : own;
    }

    private static String redirect(YamlEntry entry, String key, String text) {
        URI uri = parsed(entry, key, text);
        if (!isWhole(uri, text)) {
            throw entry.refused("must have " + key + " without fragment or wildcard");
        }
        return isOfApp(uri) ? text : secure(entry, key, text);
    }

    private static boolean isWhole(URI uri, String text) {
        return uri.getRawFragment() == null && !text.contains("*");
    }

    /** A native app's own scheme holds a dot, RFC 8252 section 7.1. */
    private static boolean isOfApp(URI uri) {
        return uri.getScheme() != null && uri.getScheme().contains(".");
    }

    static boolean isSecure(URI uri) {
        boolean allowed = "https".equals(uri.getScheme())
                || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost()));
        return allowed && uri.getHost() != null && uri.getRawUserInfo() == null;
    }

    static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static URI parsed(YamlEntry entry, String key, String text) {
        return parsed(text).orElseThrow(() -> entry.refused("has a value for " + key + " that is not an address"));
    }
}
