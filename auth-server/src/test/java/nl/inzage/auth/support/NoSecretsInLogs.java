package nl.inzage.auth.support;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails any test of this module during which a password, a code, a token, a session, a phone number or a number of a
 * person is logged. What these are, browsers and apps of the tests tell as they send and receive them.
 */
public final class NoSecretsInLogs implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final LogWatch WATCH = new LogWatch();
    private static final Set<String> SECRET_FIELDS = Set.of(
            "password", "again", "code", "answer", "phone", "code_verifier", "refresh_token", "token", "client_secret");
    private static final Set<String> SECRET_ANSWERS = Set.of("access_token", "refresh_token", "id_token", "code");

    static {
        for (People person : People.values()) {
            number(person.number());
            guardContact(person.phone());
        }
        System.setOut(read(System.out));
        System.setErr(read(System.err));
    }

    /** Guards what a form or a client sends. */
    static void sent(Map<String, String> fields) {
        fields.forEach((name, value) -> {
            if (SECRET_FIELDS.contains(name)) {
                WATCH.guard("the field " + name, value);
            }
        });
    }

    /** Guards what an app was given. */
    static void given(Map<String, String> parameters) {
        parameters.forEach((name, value) -> {
            if (SECRET_ANSWERS.contains(name)) {
                WATCH.guard("the " + name, value);
            }
        });
    }

    /** Guards the id of a session. */
    static void session(String id) {
        WATCH.guard("a session", id);
    }

    /** Guards a phone number or mailbox; a number also without its plus. */
    static void guardContact(String contact) {
        WATCH.guard("a phone or mailbox", contact);
        WATCH.guard("a phone or mailbox", contact.replace("+", ""));
    }

    /** Guards the citizen service number of somebody. */
    static void number(String number) {
        WATCH.guard("the number of a person", number);
    }

    /** Guards a code that was sent. */
    static void code(String code) {
        WATCH.guard("a code", code);
    }

    /** Whether something leaked since the last time that this was asked, and what. */
    static String leaks() {
        return WATCH.leaks().orElse("");
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        // The class was loaded, and with it the watch began.
    }

    @Override
    public void afterEach(ExtensionContext test) {
        failIfSomethingLeaked();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        failIfSomethingLeaked();
    }

    private static void failIfSomethingLeaked() {
        String found = leaks();
        if (!found.isEmpty()) {
            throw new AssertionError("The log holds what it must not: " + found);
        }
    }

    private static PrintStream read(PrintStream real) {
        return new PrintStream(new Lines(real), true, StandardCharsets.UTF_8);
    }

    /** Passes everything on and reads whole lines. */
    private static final class Lines extends FilterOutputStream {

        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Lines(OutputStream real) {
            super(real);
        }

        @Override
        public synchronized void write(int character) throws IOException {
            out.write(character);
            keep(character);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            for (int at = from; at < from + length; at++) {
                keep(bytes[at]);
            }
        }

        private void keep(int character) {
            if (character == '\n') {
                WATCH.read(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(character);
            }
        }
    }
}
