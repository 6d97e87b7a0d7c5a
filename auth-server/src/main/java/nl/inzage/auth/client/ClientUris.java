package nl.inzage.auth.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import nl.inzage.auth.settings.YamlEntry;

/** The rules for addresses in a registration: https, or plain http on this machine; never a fragment (RFC 9700). */
final class ClientUris {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private ClientUris() {}

    static List<String> redirects(YamlEntry entry, String key, boolean required) {
        List<String> uris = entry.list(key);
        if (required && uris.isEmpty()) {
            throw entry.refused("must have a list of " + key);
        }
        return uris.stream().map(uri -> redirect(entry, key, uri)).toList();
    }

    static String secure(YamlEntry entry, String key, String text) {
        URI uri = parsed(entry, key, text);
        boolean allowed = "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isLocal(uri));
        if (!allowed || uri.getHost() == null || uri.getRawUserInfo() != null) {
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

    private static String redirect(YamlEntry entry, String key, String text) {
        URI uri = parsed(entry, key, text);
        if (uri.getRawFragment() != null || text.contains("*")) {
            throw entry.refused("must have " + key + " without fragment or wildcard");
        }
        // A native app's own scheme holds a dot, RFC 8252 section 7.1.
        boolean ofApp = uri.getScheme() != null && uri.getScheme().contains(".");
        return ofApp ? text : secure(entry, key, text);
    }

    private static boolean isLocal(URI uri) {
        return THIS_MACHINE.contains(uri.getHost());
    }

    private static URI parsed(YamlEntry entry, String key, String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw entry.refused("has a value for " + key + " that is not an address");
        }
    }
}
