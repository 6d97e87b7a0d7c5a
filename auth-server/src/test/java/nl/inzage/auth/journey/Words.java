package nl.inzage.auth.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;

/** What the pages say in one language, by the keys of the message files. */
final class Words {

    private final String language;
    private final Properties texts = new Properties();

    Words(String language) {
        this.language = language;
        try (InputStream file = Words.class.getResourceAsStream("/messages_" + language + ".properties")) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String language() {
        return language;
    }

    boolean english() {
        return language.equals("en");
    }

    /** The sentence of a key, with what is filled in. */
    String of(String key, Object... values) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new AssertionError("No words for " + key);
        }
        return values.length == 0 ? text : new MessageFormat(text, Locale.forLanguageTag(language)).format(values);
    }

    /** A day as the pages write it. */
    String day(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag(language))
                .format(moment.atZone(ZoneId.of("Europe/Amsterdam")));
    }
}
