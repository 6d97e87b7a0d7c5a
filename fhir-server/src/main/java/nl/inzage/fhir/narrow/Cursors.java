package nl.inzage.fhir.narrow;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.fhir.view.ResourceKey;

/**
 * Signs and checks paging cursors. A cursor is good for one patient, one grant and one query only; each page is a new
 * query under the access of its moment, nothing is kept on the server.
 */
final class Cursors {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Cursors(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    String sign(Cursor cursor, AccessPlan plan, String query) {
        byte[] place = (cursor.time() + "|" + cursor.key()).getBytes(StandardCharsets.UTF_8);
        Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
        return text.encodeToString(place) + "." + text.encodeToString(signature(place, plan, query));
    }

    /**
     * The place that a cursor says.
     *
     * @throws Refusal when it was not made for this patient, grant and query
     */
    Cursor check(String signed, AccessPlan plan, String query) {
        try {
            String[] parts = signed.split("\\.", -1);
            byte[] place = Base64.getUrlDecoder().decode(parts[0]);
            byte[] signature = parts.length == 2 ? Base64.getUrlDecoder().decode(parts[1]) : new byte[0];
            if (!MessageDigest.isEqual(signature, signature(place, plan, query))) {
                throw refusal();
            }
            String text = new String(place, StandardCharsets.UTF_8);
            int bar = text.indexOf('|');
            ResourceKey key = ResourceKey.ofReference(text.substring(bar + 1)).orElseThrow(Cursors::refusal);
            return new Cursor(OffsetDateTime.parse(text.substring(0, bar)), key);
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            throw refusal();
        }
    }

    private static Refusal refusal() {
        return Refusal.value("The cursor does not belong to this search; start again without it");
    }

    private byte[] signature(byte[] place, AccessPlan plan, String query) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(place);
            String bound = "\n" + plan.dossier() + "\n" + plan.grant() + "\n" + query;
            return mac.doFinal(bound.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
