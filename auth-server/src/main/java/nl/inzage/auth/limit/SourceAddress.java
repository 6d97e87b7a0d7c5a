package nl.inzage.auth.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nl.inzage.auth.settings.LimitSettings;
import nl.inzage.auth.settings.StartRefused;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * From which address a request came. That is who connected, unless it is a proxy that the installation trusts: then the
 * last address in {@code X-Forwarded-For} that is no trusted proxy. What stands before that anybody can write.
 */
@Component
class SourceAddress {

    /** Nobody gets an IPv6 network smaller than this, so its addresses are one source (RFC 6177). */
    private static final int NETWORK_BYTES = 8;

    /** And nobody's site is larger than this. */
    private static final int SITE_BYTES = 6;

    /** Of an IPv4 address: a greater one would be looked up as a name. */
    private static final String NUMBER = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

    private final List<IpAddressMatcher> trusted;

    SourceAddress(LimitSettings settings) {
        this.trusted =
                settings.trustedProxies().stream().map(SourceAddress::proxy).toList();
    }

    private static IpAddressMatcher proxy(String range) {
        String address = range.replaceFirst("/[0-9]{1,3}$", "");
        if (read(address).isEmpty()) {
            throw new StartRefused("INZAGE_TRUSTED_PROXIES may hold IP addresses and ranges only.");
        }
        return new IpAddressMatcher(range);
    }

    /** The source, as it is counted by. */
    String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    /** The site that the source is in, when that is more: an IPv6 connection can have thousands of networks. */
    Optional<String> siteOf(HttpServletRequest request) {
        return site(addressOf(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For"))));
    }

    String of(String peer, List<String> forwarded) {
        return network(addressOf(peer, forwarded));
    }

    private String addressOf(String peer, List<String> forwarded) {
        String source = peer;
        List<String> hops = Arrays.asList(String.join(",", forwarded).strip().split("\\s*,\\s*", -1));
        for (int last = hops.size() - 1; last >= 0 && isTrusted(source); last--) {
            if (read(hops.get(last)).isEmpty()) {
                // A proxy that writes something else cannot tell people apart.
                return peer;
            }
            source = hops.get(last);
        }
        return source;
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(each -> each.matches(address));
    }

    static Optional<String> site(String address) {
        return read(address)
                .filter(Inet6Address.class::isInstance)
                .map(site -> Arrays.toString(Arrays.copyOf(site.getAddress(), SITE_BYTES)));
    }

    private static String network(String address) {
        Optional<InetAddress> read = read(address);
        if (read.isEmpty() || !(read.get() instanceof Inet6Address)) {
            return read.map(InetAddress::getHostAddress).orElse(address);
        }
        return Arrays.toString(Arrays.copyOf(read.get().getAddress(), NETWORK_BYTES));
    }

    /** An address that is written as one: a name is never looked up. */
    private static Optional<InetAddress> read(String text) {
        if (!text.matches(NUMBER + "(\\." + NUMBER + "){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
