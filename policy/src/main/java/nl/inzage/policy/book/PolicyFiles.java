package nl.inzage.policy.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Finds the policy files in a folder or in a jar, without a list that somebody would have to keep. */
final class PolicyFiles {

    private static final String ENDING = ".yaml";

    private PolicyFiles() {}

    /** The files beside one of them, by name: content. */
    static Map<String, String> beside(URL one) {
        try {
            if (one.openConnection() instanceof JarURLConnection jar) {
                return inJar(jar);
            }
            Path folder = Path.of(one.toURI()).getParent();
            return in(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new PolicyException("the policy files cannot be found at " + one, e);
        }
    }

    /** The files in a folder, by name: content. */
    static Map<String, String> in(Path folder) {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ENDING)).toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new PolicyException("the policy files in " + folder + " cannot be read", e);
        }
        return contents;
    }

    private static Map<String, String> inJar(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false);
        String folder = connection.getEntryName().replaceFirst("[^/]*$", "");
        Map<String, String> contents = new TreeMap<>();
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : jar.stream().toList()) {
                String name = entry.getName();
                String own = name.substring(name.lastIndexOf('/') + 1);
                if (name.equals(folder + own) && own.endsWith(ENDING)) {
                    contents.put(own, content(jar, entry));
                }
            }
        }
        return contents;
    }

    private static String content(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
