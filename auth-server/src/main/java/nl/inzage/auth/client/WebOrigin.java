package nl.inzage.auth.client;

import java.util.Locale;
import java.util.Optional;

/** Where a page comes from, as browsers write it in the header Origin (RFC 6454 section 6.2): scheme, host, other port. */
public final class WebOrigin {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private WebOrigin() {}

    /** The origin of an https address, or of an http one on this machine; nothing of others, as of an app's own scheme. */
    public static Optional<String> of(String address) {
        return ClientUris.parsed(address).filter(ClientUris::isSecure).map(uri -> {
            boolean standard = uri.getPort() < 0 || uri.getPort() == ("https".equals(uri.getScheme()) ? HTTPS : HTTP);
            return uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT)
                    + (standard ? "" : ":" + uri.getPort());
        });
    }

    /** Whether a text is an origin to the letter, so that it can be compared with the header. */
    public static boolean isWritten(String text) {
        return of(text).filter(text::equals).isPresent();
    }
}
