package nl.inzage.auth.totp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** The secret that an authenticator app and this server share; its text hides it. */
final class AppSecret {

    private static final int LENGTH = 20;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] bytes;

    AppSecret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** A new one of 160 bits, as RFC 4226 section 4 recommends. */
    static AppSecret fresh(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new AppSecret(bytes);
    }

    /** In base32 (RFC 4648), which apps take when it is typed. */
    String typed() {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte next : bytes) {
            buffer = ((buffer << 8) | (next & 0xff)) & 0xfff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((buffer >> bits) & 31));
            }
        }
        return text.toString();
    }

    /** In groups of four, to copy by hand. */
    String grouped() {
        return typed().replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** The address that a QR code holds, in the form that apps share. */
    String address(String product, String username) {
        return "otpauth://totp/" + encoded(product) + ":" + encoded(username) + "?secret=" + typed() + "&issuer="
                + encoded(product);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "AppSecret[hidden]";
    }
}
