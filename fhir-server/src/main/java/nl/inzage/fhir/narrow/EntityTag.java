package nl.inzage.fhir.narrow;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The entity tag of a body as it is sent. Not of the version alone: the same version is another body once what it
 * names is released, and a tag that follows from anything but the body sent would tell of what is hidden.
 */
final class EntityTag {

    private EntityTag() {}

    static String of(Row row) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(row.body().utf8());
            return "W/\"" + row.version() + "-" + HexFormat.of().formatHex(digest, 0, 8) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether an If-None-Match header says that the asker has it; RFC 9110, 13.1.2. */
    static boolean isIn(String ifNoneMatch, String tag) {
        return List.of(ifNoneMatch.split(",", -1)).stream()
                .map(String::strip)
                .anyMatch(said -> said.equals("*") || opaque(said).equals(opaque(tag)));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
