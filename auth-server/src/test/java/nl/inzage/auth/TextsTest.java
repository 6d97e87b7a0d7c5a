package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text is in both languages, and none is in a template. */
class TextsTest {

    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9_.]+)");
    private static final Pattern TEXT_BETWEEN_TAGS = Pattern.compile(">\\s*([^<\\s][^<]*)<");

    @Test
    void both_languages_have_the_same_keys_and_as_many_places() throws IOException {
        Properties dutch = messages("nl");
        Properties english = messages("en");

        assertThat(new TreeSet<>(dutch.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        for (String key : dutch.stringPropertyNames()) {
            assertThat(places(dutch, key)).as(key).isEqualTo(places(english, key));
        }
    }

    @Test
    void no_template_holds_a_text_of_its_own() throws IOException {
        for (Path template : templates()) {
            Matcher text = TEXT_BETWEEN_TAGS.matcher(Files.readString(template));
            assertThat(text.find())
                    .as("%s: %s", template, text.reset().find() ? text.group(1) : "")
                    .isFalse();
        }
    }

    @Test
    void every_key_of_a_template_exists() throws IOException {
        Set<String> known = messages("nl").stringPropertyNames();
        for (Path template : templates()) {
            Matcher key = KEY.matcher(Files.readString(template));
            while (key.find()) {
                assertThat(known).as(template.toString()).contains(key.group(1));
            }
        }
    }

    @Test
    void dutch_says_u_and_keeps_sentences_short() throws IOException {
        Properties dutch = messages("nl");
        for (String key : dutch.stringPropertyNames()) {
            for (String sentence : dutch.getProperty(key).split("[.?!:]", -1)) {
                assertThat(sentence.strip().split("\\s+", -1).length).as(key).isLessThanOrEqualTo(20);
            }
            assertThat(dutch.getProperty(key)).as(key).doesNotContainPattern("(?i)\\b(je|jij|jouw)\\b");
        }
    }

    private static int places(Properties messages, String key) {
        return new MessageFormat(messages.getProperty(key)).getFormatsByArgumentIndex().length;
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/templates"))) {
            return files.toList();
        }
    }

    private static Properties messages(String language) throws IOException {
        Properties messages = new Properties();
        try (InputStream in = TextsTest.class.getResourceAsStream("/messages_" + language + ".properties")) {
            messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return messages;
    }
}
