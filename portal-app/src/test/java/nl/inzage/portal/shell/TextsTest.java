package nl.inzage.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern MESSAGE = Pattern.compile("#\\{([a-zA-Z0-9.\\-]+)");
    private static final Pattern COMPUTED = Pattern.compile("#\\{\\|([a-z.\\-]+)\\$\\{");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

    private final Properties dutch = texts("nl");
    private final Properties english = texts("en");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(new TreeSet<>(english.stringPropertyNames())).isEqualTo(new TreeSet<>(dutch.stringPropertyNames()));
    }

    @Test
    void everyTextTakesTheSameArgumentsInBothLanguages() {
        assertThat(dutch.stringPropertyNames())
                .allSatisfy(key -> assertThat(arguments(english, key)).as(key).isEqualTo(arguments(dutch, key)));
    }

    @Test
    void everyTextCanBeFormatted() {
        assertThat(Stream.of(dutch, english).flatMap(texts -> texts.values().stream()))
                .allSatisfy(text -> assertThat(
                                new MessageFormat((String) text, Locale.ROOT).format(new Object[] {"1", "2"}))
                        .isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTemplateHoldsATextOfItsOwn(Path template) throws IOException {
        String words = Files.readString(template)
                .replaceAll("(?s)<!--.*?-->", "")
                .replaceAll("<(?:\"[^\"]*\"|'[^']*'|[^'\">])*>", "")
                .strip();

        assertThat(words).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTemplateHidesATextInAnAttribute(Path template) throws IOException {
        assertThat(Files.readString(template))
                .doesNotContainPattern("(?<!th:)\\b(aria-label|title|alt|placeholder)=\"")
                .doesNotContainPattern("th:u?text=\"'")
                .doesNotContain("th:utext", "style=\"", "onclick=");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTextThatATemplateAsksForExists(Path template) throws IOException {
        String content = Files.readString(template);

        assertThat(found(MESSAGE, content)).allSatisfy(key -> assertThat(dutch).containsKey(key));
        assertThat(found(COMPUTED, content))
                .allSatisfy(prefix -> assertThat(dutch.stringPropertyNames()).anyMatch(key -> key.startsWith(prefix)));
    }

    @Test
    void noTextIsLeftThatNobodyAsksFor() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path template : templates().toList()) {
            all.append(Files.readString(template));
        }
        Set<String> asked = found(MESSAGE, all.toString());
        Set<String> computed = found(COMPUTED, all.toString());

        assertThat(dutch.stringPropertyNames())
                .allMatch(key -> asked.contains(key) || computed.stream().anyMatch(key::startsWith));
    }

    static Stream<Path> templates() {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> found(Pattern pattern, String content) {
        Matcher matcher = pattern.matcher(content);
        return matcher.results().map(result -> result.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> arguments(Properties texts, String key) {
        return found(ARGUMENT, texts.getProperty(key));
    }

    private static Properties texts(String language) {
        Properties texts = new Properties();
        try (InputStream file = TextsTest.class.getResourceAsStream("/messages_" + language + ".properties")) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
