package nl.inzage.fhir.noninterference;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import nl.inzage.fhir.noninterference.Door.Reply;

/**
 * An answer as text in which only the following is set aside: the value of {@code Date} and of request ids, a Bundle's
 * id and timestamp, the signature of a cursor (its place is kept), the part of an entity tag that is a digest of the
 * body (which names the twin; the version is kept), the size of what is compressed, and when a connection is closed.
 * Names, order, links, totals, error texts and sizes stay.
 */
final class Normaliser {

    private static final Set<String> VARYING = Set.of("date", "x-request-id");

    /** Of one connection: the container closes each after a number of requests. */
    private static final Set<String> OF_CONNECTION = Set.of("connection", "keep-alive");

    private static final Pattern CURSOR = Pattern.compile("_cursor=([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)");
    private static final Pattern TAG = Pattern.compile("(W/\\\\?\"[0-9]+-)[0-9a-f]{16}");
    private static final Pattern BUNDLE_OWN =
            Pattern.compile("^(\\{\"resourceType\":\"Bundle\")(,\"id\":\"[^\"]*\")?(,\"timestamp\":\"[^\"]*\")?");

    private final Dossiers dossiers;

    Normaliser(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    String text(Reply reply) {
        boolean compressed = reply.header("Content-Encoding").equals("gzip");
        StringBuilder text = new StringBuilder(reply.status() + "\n");
        for (String header : reply.headers()) {
            String name = header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
            if (OF_CONNECTION.contains(name)) {
                continue;
            }
            boolean varies = VARYING.contains(name) || (compressed && name.equals("content-length"));
            text.append(varies ? name : header).append('\n');
        }
        String body = compressed ? unzipped(reply.body()) : reply.text();
        String same = BUNDLE_OWN.matcher(body).replaceFirst("$1");
        String all = text
                + CURSOR.matcher(same)
                        .replaceAll(found -> Matcher.quoteReplacement(cursor(found.group(1), found.group(2))));
        return dossiers.unnamed(TAG.matcher(all).replaceAll("$1digest"));
    }

    private static String cursor(String place, String signature) {
        return "_cursor={" + new String(Base64.getUrlDecoder().decode(place), StandardCharsets.UTF_8) + " signed by "
                + signature.length() + "}";
    }

    private static String unzipped(byte[] body) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
