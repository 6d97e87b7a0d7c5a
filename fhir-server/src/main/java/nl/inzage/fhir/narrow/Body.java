package nl.inzage.fhir.narrow;

import java.nio.charset.StandardCharsets;

/** JSON as it is stored and sent, in UTF-8: it is read and passed on without being made text of. */
final class Body {

    private final byte[] utf8;

    private Body(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** These bytes themselves: nobody may change them any more. */
    static Body of(byte[] utf8) {
        return new Body(utf8);
    }

    static Body of(String text) {
        return new Body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes themselves, to be read. */
    byte[] utf8() {
        return utf8;
    }

    String text() {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
