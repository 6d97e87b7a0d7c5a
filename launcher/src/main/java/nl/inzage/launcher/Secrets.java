package nl.inzage.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The secrets of one data folder: made at random at the first start, kept in a file that only its owner can read. */
final class Secrets {

    private static final List<String> NAMES = List.of(
            "INZAGE_FHIR_DB_PASSWORD",
            "INZAGE_READER_DB_PASSWORD",
            "INZAGE_AUTH_DB_PASSWORD",
            "INZAGE_PORTAL_DB_PASSWORD",
            "INZAGE_PORTAL_CLIENT_SECRET",
            "INZAGE_INTROSPECTION_SECRET",
            "INZAGE_DEMO_APP_SECRET",
            "INZAGE_SMS_GATEWAY_TOKEN",
            "INZAGE_AUTH_ENCRYPTION_KEY",
            "INZAGE_DIGID_CLIENT_SECRET");

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /** Reads the secrets of the folder, making those that are not there yet. */
    static Secrets in(Path folder) throws IOException {
        Path file = folder.resolve("secrets.properties");
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
        }
        boolean added = false;
        SecureRandom random = new SecureRandom();
        for (String name : NAMES) {
            if (values.getProperty(name) == null) {
                byte[] bytes = new byte[24];
                random.nextBytes(bytes);
                values.setProperty(name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
                added = true;
            }
        }
        if (added) {
            write(file, values);
        }
        return new Secrets(values);
    }

    private static void write(Path file, Properties values) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        OwnerOnly.protect(file);
        try (Writer writer = Files.newBufferedWriter(file)) {
            values.store(writer, "Made at the first start; deleting it locks this folder's database");
        }
    }

    Map<String, String> all() {
        return NAMES.stream().collect(Collectors.toMap(name -> name, this::get));
    }

    String get(String name) {
        String value = values.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("No secret is called " + name);
        }
        return value;
    }

    /** The permission of a file with secrets; a file system without owners (Windows) keeps its own rules. */
    private static final class OwnerOnly {

        static void protect(Path file) throws IOException {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(
                        file, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
            }
        }
    }
}
